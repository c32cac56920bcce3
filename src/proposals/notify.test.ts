import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** One who is moved more than once is told once: from what she was told last to where she is now. */

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world, { queues: 1 });
});

const EMAIL = { email: "eleni@example.gr" };
const close = (from: string, to: string, act?: "call") =>
  desk.ruled(
    "exceptions",
    { queue: null, kind: "closed", date: "2026-11-24", from, to, reason: "Διακοπή ρεύματος" },
    act,
  );
const timeOf = async (id: string) =>
  (await desk.day()).appointments.find((one: Reply["body"]) => one.id === id).time as string;
/** [told last, new] of each message that will be sent */
const planned = async () =>
  (await desk.rows("mail"))
    .filter(({ kind, state }) => kind === "moved" && state === "planned")
    .map(({ details: { place } }) => place.map(({ time }: { time: string }) => time));

test("moved again, she gets one message, from what she was told last to her newest place", async () => {
  const visit = await desk.booked("12:00", EMAIL);
  await close("10:45", "12:30");
  expect(await planned()).toEqual([["12:00", "12:30"]]);
  const second = await close("12:30", "13:00");
  expect([await timeOf(visit.id), await planned()]).toEqual(["13:00", [["12:00", "13:00"]]]);
  expect((await desk.takeBack(second.change)).status).toBe(200);
  expect([await timeOf(visit.id), await planned()]).toEqual(["12:30", [["12:00", "12:30"]]]);
});

test("moved back to where she was told, she gets none", async () => {
  const visit = await desk.booked("12:00", EMAIL);
  await close("10:45", "12:30");
  const [exception] = await desk.rows("exception");
  await desk.rule("DELETE", `exceptions/${exception.id}`, {});
  const back = await close("12:15", "15:00");
  expect([await timeOf(visit.id), await planned()]).toEqual(["12:00", []]);
  expect((await desk.takeBack(back.change)).status).toBe(200);
  expect(await planned()).toEqual([["12:00", "12:30"]]);
});

test("whose e-mail has gone meanwhile is called, and told from what she knew", async () => {
  const visit = await desk.booked("12:00", { ...EMAIL, phone: "6944123456" });
  await close("10:45", "12:30");
  await desk.change(visit.id, { email: null }, 2);
  const second = await close("12:30", "13:00");
  expect(await planned()).toEqual([]);
  expect(await desk.rows("call")).toMatchObject([{ before: { time: "12:00" }, cause: second.change }]);
  await desk.takeBack(second.change);
  expect([await planned(), await desk.rows("call")]).toEqual([[["12:00", "12:30"]], []]);
});

test("kept for somebody to call, she is told from what she knew", async () => {
  await desk.booked("12:00", { ...EMAIL, phone: "6944123456" });
  await close("10:45", "12:30");
  await close("12:30", "13:00", "call");
  expect(await desk.rows("call")).toMatchObject([{ before: { time: "12:00" }, why: "kept" }]);
});

test("who stood on the call list before stands on it again, with what came of the call", async () => {
  const visit = await desk.booked("12:00", { phone: "6944123456" });
  const first = await close("10:45", "12:30");
  await desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: "no-answer" }, 1);
  const [before] = await desk.rows("call");
  const second = await close("12:30", "13:00");
  const anew = { outcome: "not-called", cause: second.change, noted_at: null, noted_by: null };
  expect(await desk.rows("call")).toMatchObject([anew]);
  await desk.takeBack(second.change);
  expect(await desk.rows("call")).toEqual([{ ...before, version: before.version + 2 }]);
  expect(before).toMatchObject({ outcome: "no-answer", cause: first.change });
});

test("who stands again where she knows needs no call, until she is moved again", async () => {
  const visit = await desk.booked("12:00", { phone: "6944123456" });
  await close("10:45", "12:30");
  const list = async () => {
    const { body } = await desk.rule("GET", "call-lists/2026-11-24");
    return body.calls.length;
  };
  const due = async () => (await desk.rule("GET", "call-lists")).body.days.length;
  expect([await list(), await due()]).toEqual([1, 1]);
  const [exception] = await desk.rows("exception");
  await desk.rule("DELETE", `exceptions/${exception.id}`, {});
  await close("12:15", "15:00");
  expect([await timeOf(visit.id), await list(), await due()]).toEqual(["12:00", 0, 0]);
  await close("11:45", "12:15");
  expect([await list(), await due()]).toEqual([1, 1]);
});

test("who was not called yet and has an e-mail by now is told from what she knew", async () => {
  const visit = await desk.booked("12:00", { phone: "6944123456" });
  await close("10:45", "12:30");
  await desk.change(visit.id, EMAIL, 2);
  await close("12:30", "13:00");
  expect(await planned()).toEqual([["12:00", "13:00"]]);
});

test("who has agreed to her first new place is told from there", async () => {
  const visit = await desk.booked("12:00", { phone: "6944123456" });
  await close("10:45", "12:30");
  await desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: "agreed" }, 1);
  expect((await desk.rule("GET", "call-lists")).body.days).toEqual([]);
  await close("12:30", "13:00");
  expect(await desk.rows("call")).toMatchObject([{ before: { time: "12:30" }, outcome: "not-called" }]);
});

test("nobody is called about a visit that has begun; what was agreed before stays on the list", async () => {
  const [called, here] = [
    await desk.booked("12:00", { phone: "6944123456" }),
    await desk.booked("12:15", { phone: "6944123457" }),
  ];
  await close("10:45", "12:30");
  await desk.rule("PATCH", `call-lists/2026-11-24/${called.id}`, { outcome: "agreed" }, 1);
  const steps = ["arrival", "service-start", "completion"];
  for (const step of steps) expect((await desk.act(called.id, step)).status).toBe(200);
  for (const step of steps.slice(0, 2)) expect((await desk.act(here.id, step)).status).toBe(200);
  expect((await desk.rule("GET", "call-lists")).body.days).toEqual([]);
  const { calls } = (await desk.rule("GET", "call-lists/2026-11-24")).body;
  expect(calls).toMatchObject([{ outcome: "agreed" }]);
});

test("the message also names the queue of a later change that leaves her the time", async () => {
  desk = await aRulesDesk(world, { queues: 2 });
  const absence = { kind: "closed", date: "2026-11-24", reason: "Απουσία" };
  await desk.booked("12:00", { queue: 1, ...EMAIL });
  await desk.ruled("exceptions", { ...absence, queue: null, from: "10:45", to: "12:30" });
  await desk.ruled("exceptions", { ...absence, queue: 1, from: "12:30", to: "13:00" });
  const mails = (await desk.rows("mail")).filter(({ kind, state }) => kind === "moved" && state === "planned");
  expect(mails).toMatchObject([
    {
      details: {
        place: [
          { time: "12:00", queue: 1 },
          { time: "12:30", queue: 2 },
        ],
      },
    },
  ]);
});

test("a call is noted before or after a change is taken back, never while it is", async () => {
  const visit = await desk.booked("12:00", { phone: "6944123456" });
  const { change } = await close("10:45", "12:30");
  const note = () => desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: "agreed" }, 1);
  let undone: Promise<Reply> | undefined;
  let noted: Promise<Reply> | undefined;
  await world.database.db.write({ office: desk.office.id }, async (tx) => {
    // Of this the change is half taken back.
    await tx.sql`select from appointment where id = ${visit.id} for update`;
    undone = desk.takeBack(change);
    expect(await waits(world, undone, 0)).toBe(true);
    noted = note();
    expect(await waits(world, noted, 1)).toBe(true);
  });
  expect([(await undone)?.status, (await noted)?.body.code]).toEqual([200, "call-not-found"]);
  expect([await timeOf(visit.id), await desk.rows("call")]).toEqual(["12:00", []]);
  const again = await close("10:45", "12:30");
  expect((await note()).status).toBe(200);
  expect((await desk.takeBack(again.change)).body.code).toBe("undo-overtaken");
});
