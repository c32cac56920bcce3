import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
/** Earlier than anybody is moved unasked, so near the visit: as the head chooses. */
async function closeBack(from: string, to: string, time: string): Promise<Reply["body"]> {
  const asked = { queue: null, kind: "closed", date: "2026-11-24", from, to, reason: "Διακοπή ρεύματος" };
  const { appointments } = (await desk.rule("POST", "exceptions/proposals", asked)).body;
  const decisions = appointments.map(({ appointment: { id, version } }: Reply["body"]) => ({
    act: "move",
    id,
    version,
    to: { date: "2026-11-24", time, queue: 1 },
  }));
  const made = await desk.rule("POST", "exceptions", { ...asked, decisions });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body;
}
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
  const back = await closeBack("12:15", "15:00", "12:00");
  expect([await timeOf(visit.id), await planned()]).toEqual(["12:00", []]);
  expect((await desk.takeBack(back.change)).status).toBe(200);
  expect(await planned()).toEqual([["12:00", "12:30"]]);
});

test("whose e-mail has gone meanwhile is called, and told from what she knew", async () => {
  const visit = await desk.booked("12:00", { ...EMAIL, phone: "6944123456" });
  await close("10:45", "12:30");
  const first = await desk.rows("call");
  await desk.change(visit.id, { email: null }, 2);
  const second = await close("12:30", "13:00");
  expect(await planned()).toEqual([]);
  expect(await desk.rows("call")).toMatchObject([{ before: { time: "12:00" }, cause: second.change }]);
  await desk.takeBack(second.change);
  expect([await planned(), await desk.rows("call")]).toEqual([[["12:00", "12:30"]], [{ ...first[0], version: 3 }]]);
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
  await closeBack("12:15", "15:00", "12:00");
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

describe("told by a letter and by a call at once", () => {
  const BOTH = { ...EMAIL, phone: "6944123456" };
  const sent = () =>
    world.owner.query("update mail set state = 'sent', told = '{}' where office_id = $1 and state = 'planned'", [
      desk.office.id,
    ]);
  const agreed = async (id: string) => {
    world.now = world.now.add({ seconds: 30 });
    const [{ version }] = await desk.rows("call");
    expect((await desk.rule("PATCH", `call-lists/2026-11-24/${id}`, { outcome: "agreed" }, version)).status).toBe(200);
  };
  /** What is said on the telephone: from which time */
  const toCall = async () =>
    (await desk.rule("GET", "call-lists/2026-11-24")).body.calls.flatMap(({ was, outcome }: Reply["body"]) =>
      outcome === "agreed" ? [] : [was.time],
    );
  let id: string;
  let first: Reply["body"];
  beforeEach(async () => {
    desk = await aRulesDesk(world, { queues: 2 });
    await desk.ruled("exceptions", {
      queue: 2,
      kind: "closed",
      date: "2026-11-24",
      from: "10:45",
      to: "14:00",
      reason: "Απουσία",
    });
    ({ id } = await desk.booked("12:00", BOTH));
    first = await close("10:45", "12:30");
    expect([await planned(), await toCall()]).toEqual([[["12:00", "12:30"]], ["12:00"]]);
  });

  test("moved on before either: both tell it from what she knew", async () => {
    await close("12:30", "13:00");
    expect([await planned(), await toCall()]).toEqual([[["12:00", "13:00"]], ["12:00"]]);
  });

  test("moved back before either: neither tells anything", async () => {
    const [{ id: exception }] = (await desk.rows("exception")).filter(({ queue }) => queue === null);
    await desk.rule("DELETE", `exceptions/${exception}`, {});
    await closeBack("12:15", "15:00", "12:00");
    expect([await planned(), await toCall()]).toEqual([[], []]);
  });

  test("moved on once the letter has left: it is written from there, and said from what she knew without it", async () => {
    await sent();
    await close("12:30", "13:00");
    expect([await planned(), await toCall()]).toEqual([[["12:30", "13:00"]], ["12:00"]]);
  });

  test("moved back once the letter has left: she may have read it, and is told by both", async () => {
    await sent();
    const [{ id: exception }] = (await desk.rows("exception")).filter(({ queue }) => queue === null);
    await desk.rule("DELETE", `exceptions/${exception}`, {});
    await closeBack("12:15", "15:00", "12:00");
    expect([await planned(), await toCall()]).toEqual([[["12:30", "12:00"]], ["12:30"]]);
  });

  test("agreed by telephone before the letter left, and moved back: both tell it from what was agreed", async () => {
    await agreed(id);
    const [{ id: exception }] = (await desk.rows("exception")).filter(({ queue }) => queue === null);
    await desk.rule("DELETE", `exceptions/${exception}`, {});
    await closeBack("12:15", "15:00", "12:00");
    expect([await planned(), await toCall()]).toEqual([[["12:30", "12:00"]], ["12:30"]]);
  });

  test.each([[false], [true]])(
    "to another queue at the same time nobody is called anew, agreed: %s",
    async (isAgreed) => {
      if (isAgreed) await agreed(id);
      const before = await desk.rows("call");
      const at = { date: "2026-11-24", time: "12:30" };
      const [{ id: absence }] = (await desk.rows("exception")).filter(({ queue }) => queue === 2);
      await desk.rule("DELETE", `exceptions/${absence}`, {});
      const asked = { queue: 1, kind: "closed", date: at.date, from: "12:30", to: "14:00", reason: "Απουσία" };
      const decisions = [{ act: "move", id, version: 2, to: { ...at, queue: 2 } }];
      expect((await desk.rule("POST", "exceptions", { ...asked, decisions })).body.moved).toBe(1);
      expect(await desk.rows("call")).toEqual(before);
    },
  );

  test("taken back before the letter left, nobody is told anything", async () => {
    await desk.takeBack(first.change);
    expect([await planned(), await toCall()]).toEqual([[], []]);
  });

  test("taken back later, she is told by both of the time that she has again", async () => {
    await sent();
    await desk.takeBack(first.change);
    expect([await planned(), await toCall()]).toEqual([[["12:30", "12:00"]], ["12:30"]]);
  });

  test("taken back later, who has no telephone is written to", async () => {
    await sent();
    await world.owner.query("update appointment set phone = null where office_id = $1", [desk.office.id]);
    await desk.takeBack(first.change);
    expect([await planned(), await toCall()]).toEqual([[["12:30", "12:00"]], []]);
  });
});
