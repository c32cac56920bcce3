import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

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

test("an office whose appointments are all over can take back what its head changed", async () => {
  await desk.booked("11:00");
  await desk.later(48);
  const { change } = (await desk.rule("PATCH", "queues/2", { name: "Άλλη" }, 1)).body;
  expect((await desk.takeBack(change)).body).toEqual({ change, restored: 0 });
});

test("a name that another queue has been given since is not taken back", async () => {
  const { change } = (await desk.rule("PATCH", "queues/2", { name: "Πιστοποιητικά" })).body;
  const [, { name }] = await desk.rows("queue");
  expect(name).toBe("Πιστοποιητικά");
  expect((await desk.rule("PATCH", "queues/1", { name: "Ουρά 2" })).status).toBe(200);
  const refused = await desk.takeBack(change);
  expect([refused.status, refused.body.code]).toEqual([409, "undo-overtaken"]);
});

test("asked again, it answers what it has done, and takes nothing back that came after", async () => {
  const { change } = (await desk.rule("PATCH", "queues/2", { name: "Άλλη" }, 1)).body;
  const undone = await desk.takeBack(change);
  await desk.rule("PATCH", "queues/2", { name: "Άλλη" }, 3);
  const again = await desk.takeBack(change);
  expect([again.status, again.body]).toEqual([200, undone.body]);
  expect(await desk.rows("queue")).toMatchObject([{}, { name: "Άλλη" }]);
});

test("what would stand where a later change stands is overtaken", async () => {
  const none = await desk.rule("PUT", "queues/2/hours", { from: "2026-11-25", to: null, week: { "3": [] } });
  const other = { from: "2026-12-01", to: null, week: { "3": [{ opens: "09:00", closes: "12:00" }] } };
  await desk.rule("PUT", "queues/2/hours", other);
  const hours = await desk.takeBack(none.body.change);
  expect([hours.status, hours.body.code]).toEqual([409, "undo-overtaken"]);

  await desk.rule("POST", "queues/2/deactivation", { from: "2026-11-25", to: "2026-11-27" });
  const cleared = await desk.rule("POST", "queues/2/activation", {});
  await desk.rule("POST", "queues/2/deactivation", { from: "2026-11-26", to: "2026-11-26" });
  const dates = await desk.takeBack(cleared.body.change);
  expect([dates.status, dates.body.code]).toEqual([409, "undo-overtaken"]);
});

test("two changes are taken back one after the other, the last first", async () => {
  const visit = await desk.booked("12:00", { queue: 2, email: "e@example.gr" });
  const first = await desk.ruled("exceptions", { ...absence, queue: null, from: "11:00", to: "12:15" });
  const second = await desk.ruled("exceptions", { ...absence, queue: null, from: "12:15", to: "13:00" });
  const where = async () => (await desk.day()).appointments.find(({ id }: { id: string }) => id === visit.id).time;
  expect(await where()).toBe("13:00");
  expect((await desk.takeBack(first.change)).body.code).toBe("undo-overtaken");
  expect((await desk.takeBack(second.change)).body).toMatchObject({ restored: 1 });
  expect((await desk.takeBack(first.change)).body).toMatchObject({ restored: 1 });
  expect([await where(), await desk.rows("exception")]).toEqual(["12:00", []]);
  const moves = (await desk.rows("mail")).filter(({ kind }) => kind === "moved");
  expect(moves.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
});

test("nobody comes back to a time that has begun", async () => {
  const visit = await desk.booked("12:00", { queue: 2, email: "e@example.gr" });
  await desk.booked("12:00");
  const made = await desk.ruled("exceptions", absence);
  expect(made).toMatchObject({ moved: 1, emails: 1 });
  await desk.later(2);
  const undone = await desk.takeBack(made.change);
  expect([undone.status, undone.body.code]).toEqual([409, "undo-overtaken"]);
  expect((await desk.day()).appointments.find(({ id }: { id: string }) => id === visit.id).version).toBe(2);
});

test("hours in which somebody was booked since stay", async () => {
  const extra = { queue: 2, kind: "extra", date: "2026-11-24", from: "17:00", to: "18:00", reason: "Επιπλέον ώρες" };
  const { change } = (await desk.rule("POST", "exceptions", extra)).body;
  const visit = await desk.booked("17:15", { queue: 2 });
  const undone = await desk.takeBack(change);
  expect([undone.status, undone.body.code]).toEqual([409, "undo-overtaken"]);
  expect(await desk.rows("exception")).toMatchObject([{ kind: "extra" }]);
  await desk.act(visit.id, "cancellation", { version: 1 });
  expect((await desk.takeBack(change)).status).toBe(200);
});

test.each(["agreed", "no-answer"])("whom somebody has called since (%s) stays where that is", async (outcome) => {
  const visit = await desk.booked("12:00", { queue: 2, phone: "6944123456" });
  await desk.booked("12:00");
  const { change } = await desk.ruled("exceptions", absence);
  const call = (version: number, said: string) =>
    desk.rule("PATCH", `call-lists/2026-11-24/${visit.id}`, { outcome: said }, version);
  await call(1, outcome);
  const undone = await desk.takeBack(change);
  expect([undone.status, undone.body.code]).toEqual([409, "undo-overtaken"]);
  expect(await desk.rows("call")).toMatchObject([{ outcome }]);
  expect(await desk.rows("exception")).toHaveLength(1);
  await call(2, "not-called");
  expect((await desk.takeBack(change)).status).toBe(200);
});

test.each([
  ["where it was served", []],
  ["where a head had kept it", [{ act: "keep", version: 1 }]],
])("nobody comes back into what the ministry has closed since, %s", async (_, kept) => {
  const visit = await desk.booked("12:00", { queue: 2, email: "e@example.gr" });
  for (const decision of kept)
    await desk.rule("POST", "exceptions", { ...absence, decisions: [{ ...decision, id: visit.id }] });
  const to = { date: "2026-11-25", time: "12:00", queue: 1 };
  const decisions = [{ act: "move", id: visit.id, version: 1 + kept.length, to }];
  const { change } = (await desk.rule("POST", "exceptions", { ...absence, queue: null, decisions })).body;
  await world.owner.query(
    "insert into closure (id, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), $1, $2, 'Απεργία', $3)",
    ["2026-11-24T12:00:00+02:00", "2026-11-24T15:00:00+02:00", NOW.add({ minutes: 1 }).toString()],
  );
  const undone = await desk.takeBack(change);
  expect([undone.status, undone.body.code]).toEqual([409, "slot-not-offered"]);
  expect((await desk.day("2026-11-25")).appointments).toMatchObject([{ id: visit.id }]);
  await world.owner.query("delete from closure");
  expect((await desk.takeBack(change)).body).toMatchObject({ restored: 1 });
});

test("whoever had arrived before the rules changed has arrived then again", async () => {
  const visit = await desk.booked("11:00", { queue: 2, phone: "6944123456" });
  await desk.act(visit.id, "arrival");
  world.now = NOW.add({ minutes: 5 });
  const closing = { ...absence, from: "11:00", to: "12:00" };
  const to = { date: "2026-11-25", time: "11:00", queue: 2 };
  const decisions = [{ act: "move", id: visit.id, version: 2, to }];
  const made = await desk.rule("POST", "exceptions", { ...closing, decisions });
  expect(await desk.rows("appointment")).toMatchObject([{ status: "booked" }]);
  world.now = NOW.add({ minutes: 10 });
  await desk.takeBack(made.body.change);
  const [{ status, status_at: since }] = await desk.rows("appointment");
  expect([status, since.toISOString()]).toEqual(["arrived", NOW.toString({ fractionalSecondDigits: 3 })]);
});

test("no employee comes back to a queue who serves another by now", async () => {
  const { employeeId: employee } = desk.clerk;
  await desk.rule("PATCH", "queues/1", { employee }, 1);
  const freed = await desk.rule("PATCH", "queues/1", { employee: null }, 2);
  await desk.rule("PATCH", "queues/2", { employee }, 1);
  const undone = await desk.takeBack(freed.body.change);
  expect([undone.status, undone.body.code]).toEqual([409, "employee-serves-two"]);
  expect(await desk.rows("queue")).toMatchObject([{ employee_id: null }, { employee_id: employee }]);
});

test("the default queue is active on every date, however it came to be the default one", async () => {
  const dates = { from: "2026-11-25", to: "2026-11-27" };
  await desk.rule("POST", "queues/2/deactivation", dates);
  expect((await desk.rule("POST", "queues/2/default")).body.code).toBe("default-must-be-active");
  await desk.rule("POST", "queues/2/activation", dates);
  expect((await desk.rule("POST", "queues/2/default")).status).toBe(200);
  const first = await desk.rule("POST", "queues/1/default");
  await desk.rule("POST", "queues/2/deactivation", dates);
  const undone = await desk.takeBack(first.body.change);
  expect([undone.status, undone.body.code]).toEqual([409, "default-must-be-active"]);
});
