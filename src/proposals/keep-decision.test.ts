import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { wish } from "../../test/booking-desk.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** Kept is an appointment where its head has seen that it closes, and not where something else has closed since. */

let world: World;
let desk: RulesDesk;
let visit: Reply["body"];
const noon = { queue: 1, kind: "closed", date: "2026-11-26", from: "12:00", to: "13:00" };
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
afterEach(() => world.owner.query("delete from closure"));
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  visit = await desk.booked("12:00", { date: "2026-11-26" });
  const decisions = [{ act: "keep", id: visit.id, version: 1 }];
  await desk.rule("POST", "exceptions", { ...noon, reason: "Απουσία", decisions });
  world.now = NOW.add({ minutes: 5 });
});

/** What the head closed is open again, and then she closes it for another reason, when the visit is not there. */
async function closedAnew(): Promise<void> {
  const [exception] = await desk.rows("exception");
  await desk.rule("DELETE", `exceptions/${exception.id}`, {});
  const made = await desk.rule("POST", "exceptions", { ...noon, reason: "Διακοπή ρεύματος" });
  expect(made.body).toMatchObject({ moved: 0, kept: 0 });
}

test("cancelled and taken back, it is kept again", async () => {
  await desk.act(visit.id, "cancellation", { version: 2 });
  expect((await desk.act(visit.id, "undo", { version: 3 })).status).toBe(200);
});

test("cancelled, it does not come back into what was closed since", async () => {
  await desk.act(visit.id, "cancellation", { version: 2 });
  await closedAnew();
  const undone = await desk.act(visit.id, "undo", { version: 3 });
  expect([undone.status, undone.body.code]).toEqual([409, "slot-not-offered"]);
});

test("moved, it does not come back into what was closed since", async () => {
  await desk.move(visit.id, { date: "2026-11-27", time: "12:00", queue: 1 }, 2);
  await closedAnew();
  const undone = await desk.act(visit.id, "undo", { version: 3 });
  expect([undone.status, undone.body.code]).toEqual([409, "slot-not-offered"]);
});

test("nor into what the ministry has closed since", async () => {
  await desk.act(visit.id, "cancellation", { version: 2 });
  await world.owner.query(
    "insert into closure (id, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), $1, $2, 'Απεργία', $3)",
    ["2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00", world.now.toString()],
  );
  expect((await desk.act(visit.id, "undo", { version: 3 })).status).toBe(409);
});

test("kept in a queue that is archived, it stands on the plan of its day, and of no other", async () => {
  const own = await desk.booked("12:15", { queue: 2, date: "2026-11-26" });
  await world.owner.query("insert into queue_activity values ($1, 2, $2, true)", [
    desk.office.id,
    "[2026-11-25,2026-11-28)",
  ]);
  const decisions = [{ act: "keep", id: own.id, version: 1 }];
  expect((await desk.rule("POST", "queues/2/archival", { decisions })).body).toMatchObject({ kept: 1 });
  expect((await desk.day("2026-11-26")).queues).toMatchObject([
    { number: 1, active: true },
    { number: 2, active: false, free: [], isDefault: false },
  ]);
  expect((await desk.day("2026-11-27")).queues).toMatchObject([{ number: 1 }]);
  expect((await desk.book(wish("13:00", { queue: 2, date: "2026-11-26" }))).status).toBe(422);
});
