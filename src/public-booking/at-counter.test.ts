import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aCitizen, type Citizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aWorld, type Reply, type World } from "../../test/world.ts";

/** Citizens who book for themselves, as the counter sees them. */
let world: World;
let desk: BookingDesk;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world, { queues: 3 });
  await world.owner.query("update queue set is_public = number < 3 where office_id = $1", [desk.office.id]);
  await world.owner.query("update office set online_by_phone = true where id = $1", [desk.office.id]);
  citizen = aCitizen(world);
});

const DATE = "2026-11-25";
const shown = async () => (await desk.day(DATE)).appointments;
const codeOf = ({ status, body }: Reply) => [status, body.code ?? body.errors?.[0]?.code ?? body.status];
let serial = 0;
async function booked() {
  await citizen.choose(desk.office, DATE, "09:00");
  await citizen.send("/book/who", { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" });
  await citizen.confirm({ how: "phone", phone: `69441${String(20_000 + ++serial)}` });
  const [visit] = await shown();
  return visit;
}

test("a held time stands in the day of nobody yet, and no act is possible with it", async () => {
  await citizen.choose(desk.office, DATE, "09:00");
  const [held] = await shown();
  expect(held).toMatchObject({ time: "09:00", status: "held", lastName: "", channel: "online", createdBy: null });
  const { id, version } = held;
  const place = { date: DATE, time: "12:00", queue: 1 };
  const tries = [
    await desk.move(id, place, version),
    await desk.act(id, "cancellation", { body: {}, version }),
    await desk.act(id, "arrival", { version }),
    await desk.change(id, { notes: "Α" }, version),
    await desk.act(id, "undo", { version }),
  ];
  expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 409));
  const beside = await desk.book({
    ...place,
    time: "09:00",
    queue: held.queue,
    lastName: "Α",
    firstName: "Β",
    service: "signature",
  });
  expect(codeOf(beside)).toEqual([409, "slot-taken"]);
});

test("a clerk moves and cancels for whoever calls, and only into queues that are public", async () => {
  const visit = await booked();
  expect(visit).toMatchObject({ status: "booked", channel: "online", createdBy: null });
  const hidden = await desk.move(visit.id, { date: DATE, time: "12:00", queue: 3 }, visit.version);
  expect(hidden.status).toBe(409);
  const moved = await desk.move(visit.id, { date: DATE, time: "12:00", queue: 2 }, visit.version);
  expect([moved.status, moved.body.time, moved.body.channel]).toEqual([200, "12:00", "online"]);
  const changed = await desk.change(visit.id, { notes: "Θα φέρει εξουσιοδότηση" }, moved.body.version);
  expect(changed.status).toBe(200);
  const gone = await desk.act(visit.id, "cancellation", {
    body: { reason: "Τηλεφώνησε" },
    version: changed.body.version,
  });
  expect([gone.status, gone.body.status]).toEqual([200, "cancelled"]);
  const kinds = (await desk.history(visit.id)).map(({ kind, by }: { kind: string; by: string | null }) => [
    kind,
    by !== null,
  ]);
  expect(kinds.sort()).toEqual([
    ["booked", false],
    ["cancelled", true],
    ["changed", true],
    ["moved", true],
  ]);
});

test("a clerk books beside citizens in the same public queue", async () => {
  const visit = await booked();
  const beside = { date: DATE, queue: visit.queue, lastName: "Α", firstName: "Β", service: "signature" };
  expect((await desk.book({ ...beside, time: "09:15" })).status).toBe(201);
  expect(codeOf(await desk.book({ ...beside, time: "09:00" }))).toEqual([409, "slot-taken"]);
});
