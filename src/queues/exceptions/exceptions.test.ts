import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
});

const absence = { queue: 2, kind: "closed", date: "2026-11-24", from: "12:00", to: "13:00", reason: "Απουσία" };
const codesOf = ({ status, body }: { status: number; body: { errors?: { code: string }[] } }) => [
  status,
  ...(body.errors ?? []).map(({ code }) => code),
];

test.each([
  ["into a holiday behind the days that were looked at", { date: "2026-12-25", time: "12:00", queue: 1 }],
  ["to a day behind them", { date: "2027-03-02", time: "12:00", queue: 1 }],
  ["to a day before them", { date: "2026-11-25", time: "12:00", queue: 1 }],
  ["earlier, where nobody can tell", { date: "2026-11-27", time: "11:45", queue: 1 }],
])("nobody is moved %s", async (_, to) => {
  const visit = await desk.booked("12:00", { queue: 2, date: "2026-11-27" });
  await desk.rule("POST", "exceptions", { ...absence, queue: null, date: "2026-11-25" });
  await desk.rule("POST", "exceptions", { ...absence, queue: null, date: "2027-03-02" });
  const decisions = [{ act: "move", id: visit.id, version: 1, to }];
  const reply = await desk.rule("POST", "exceptions", { ...absence, date: "2026-11-27", decisions });
  expect([reply.status, reply.body.code]).toEqual([409, "proposal-stale"]);
});

test("nobody is proposed to come earlier than the office's limit, but its head may choose so", async () => {
  const date = "2026-11-25";
  const visit = await desk.booked("12:00", { queue: 2, phone: "6944123456", date });
  const closing = { ...absence, date, queue: null, from: "11:30", to: "23:00" };
  const proposal = await desk.rule("POST", "exceptions/proposals", closing);
  expect(proposal.body.earlierMinutes).toBe(30);
  expect(proposal.body.appointments[0].place.date).toBe("2026-11-26");
  await desk.head.ask("PATCH", `${desk.office.code}/settings`, { body: { earlierMinutes: 45 }, version: 1 });
  const wider = await desk.rule("POST", "exceptions/proposals", closing);
  expect(wider.body.appointments[0].place).toMatchObject({ date, time: "11:15" });
  const to = { date, time: "11:00", queue: 1 };
  const decisions = [{ act: "move", id: visit.id, version: 1, to }];
  expect((await desk.rule("POST", "exceptions", { ...closing, decisions })).body).toMatchObject({ moved: 1, calls: 1 });
});

test("what was removed or changed is told again with the same key", async () => {
  await desk.rule("POST", "exceptions", absence);
  const first = (await desk.rows("exception"))[0].id;
  const send = (method: "PATCH" | "DELETE", path: string, body: object, key: string) => {
    const version = method === "PATCH" ? 1 : 2;
    return desk.head.ask(method, `${desk.office.code}/exceptions/${path}`, { body, key, version });
  };
  const changeKey = randomUUID();
  const change = await send("PATCH", first, { ...absence, to: "14:00" }, changeKey);
  const changedAgain = await send("PATCH", first, { ...absence, to: "14:00" }, changeKey);
  expect([changedAgain.status, changedAgain.body]).toEqual([200, change.body]);
  const second = (await desk.rows("exception"))[0].id;
  const key = randomUUID();
  const removed = await send("DELETE", second, {}, key);
  const removedAgain = await send("DELETE", second, {}, key);
  expect([removedAgain.status, removedAgain.body]).toEqual([200, removed.body]);
  expect((await send("DELETE", `${second}?series=true`, {}, key)).body.code).toBe("exception-not-found");
});

test("what was made before its time was over is told again when it is", async () => {
  const key = randomUUID();
  const add = () => desk.head.ask("POST", `${desk.office.code}/exceptions`, { body: absence, key });
  const made = await add();
  await desk.later(3);
  expect([(await add()).body, (await desk.rows("exception")).length]).toEqual([made.body, 1]);
});

test("an hour that the clock skips can't be closed, and is left out of a series", async () => {
  const skipped = { ...absence, date: "2027-03-28", from: "03:00", to: "04:00" };
  expect(codesOf(await desk.rule("POST", "exceptions", skipped))).toEqual([422, "time-skipped"]);
  expect(codesOf(await desk.rule("POST", "exceptions", { ...skipped, from: "03:30", to: "04:15" }))).toEqual([
    422,
    "time-skipped",
  ]);
  await desk.rule("POST", "exceptions", { ...skipped, date: "2027-03-21", weeklyUntil: "2027-04-04" });
  expect((await desk.rows("exception")).map(({ starts_at }) => starts_at.toISOString()).sort()).toEqual([
    "2027-03-21T01:00:00.000Z",
    "2027-04-04T00:00:00.000Z",
  ]);
});

test("extra hours have room for a slot", async () => {
  const extra = { ...absence, kind: "extra", from: "17:00", to: "17:10" };
  expect(codesOf(await desk.rule("POST", "exceptions", extra))).toEqual([422, "hours-shorter-than-slot"]);
  expect((await desk.rule("POST", "exceptions", { ...extra, to: "17:15" })).status).toBe(200);
});

test.each(["Α\u0000Β", "Α\ud800", "Α\u202eΒ", "Α\nΒ"])(
  "no name and no reason holds what nobody sees: %j",
  async (text) => {
    const wrong = [422, "field-control-characters"];
    expect(codesOf(await desk.rule("PATCH", "queues/2", { name: text }, 1))).toEqual(wrong);
    expect(codesOf(await desk.rule("POST", "queues", { name: text }))).toEqual(wrong);
    expect(codesOf(await desk.rule("POST", "exceptions", { ...absence, reason: text }))).toEqual(wrong);
  },
);
