import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aCitizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aRulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

/** A time that somebody gives up: at once for the counter, some minutes later for citizens. */
let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world, { queues: 1 });
  await world.owner.query("update queue set is_public = true where office_id = $1", [desk.office.id]);
  await freedMinutes(30);
});

const date = "2026-11-25";
const freedMinutes = (minutes: number) =>
  world.owner.query("update office set online_freed_minutes = $2 where id = $1", [desk.office.id, minutes]);
const cancel = ({ id, version }: { id: string; version: number }) =>
  desk.act(id, "cancellation", { body: {}, version });
const later = (time: Temporal.DurationLike) => {
  world.now = world.now.add(time);
};
/** By a browser of its own: what it takes, it gives back. */
async function isOffered(time: string): Promise<boolean> {
  const { headers } = await aCitizen(world).choose(desk.office, date, time);
  await world.owner.query("update appointment set status = 'expired' where office_id = $1 and status = 'held'", [
    desk.office.id,
  ]);
  return headers.location === "/book/who";
}
const publicFrom = async () =>
  (await world.owner.query("select public_from from freed_place where office_id = $1", [desk.office.id])).rows.map(
    ({ public_from }) => public_from.getTime() - world.now.epochMilliseconds,
  );

test("cancelled at the counter: booked there again at once, and offered to citizens when its time has come", async () => {
  await cancel(await desk.booked("11:30", { date }));
  const [wait = 0] = await publicFrom();
  expect(wait > 0 && wait <= 30 * 60_000).toBe(true);
  expect(await isOffered("11:30")).toBe(false);
  expect(await isOffered("11:45")).toBe(true);
  const again = await desk.booked("11:30", { date, lastName: "Επόμενος" });
  expect(again.status).toBe("booked");
  await cancel(again);
  later({ milliseconds: ((await publicFrom())[0] ?? 0) - 1 });
  expect(await isOffered("11:30")).toBe(false);
  later({ milliseconds: 1 });
  expect(await isOffered("11:30")).toBe(true);
});

test("moved away is given up too; what stays in its place is not, whatever becomes of it", async () => {
  const moved = await desk.booked("11:30", { date });
  await desk.move(moved.id, { date, time: "12:30", queue: 1 }, moved.version);
  expect([await isOffered("11:30"), await isOffered("12:30")]).toEqual([false, false]);
  const today = await desk.booked("11:30");
  await desk.act(today.id, "arrival");
  expect(await publicFrom()).toHaveLength(1);
});

test("the wait is another one each time", async () => {
  const waits = new Set<number>();
  for (const time of ["11:30", "11:45", "12:00", "12:15"]) await cancel(await desk.booked(time, { date }));
  for (const wait of await publicFrom()) waits.add(wait);
  expect(waits.size).toBeGreaterThan(1);
});

test("at once where the head wants it so; and what a citizen held without confirming is free at once", async () => {
  await freedMinutes(0);
  await cancel(await desk.booked("11:30", { date }));
  expect([await isOffered("11:30"), await publicFrom()]).toEqual([true, []]);
  await freedMinutes(30);
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, date, "12:00");
  await citizen.choose(desk.office, date, "13:00");
  expect(await isOffered("12:00")).toBe(true);
});

test("where offices are compared, the time comes by itself when its wait is over", async () => {
  await world.owner.query("update queue_hours set opens_minute = 600, closes_minute = 615 where office_id = $1", [
    desk.office.id,
  ]);
  await world.owner.query("update office set online_counter_percent = 0 where id = $1", [desk.office.id]);
  await cancel(await desk.booked("10:00", { date }));
  const first = async () =>
    (await world.app.inject({ url: `/api/public/v1/offices/${desk.office.code}/first-time?service=signature` })).json();
  const wait = (await publicFrom())[0] ?? 0;
  expect((await first()).free?.date).not.toBe(date);
  later({ milliseconds: wait });
  expect((await first()).free).toMatchObject({ date, time: "10:00" });
});

test("so is what a head's change gave to somebody, once it is taken back", async () => {
  const rules = await aRulesDesk(world);
  await world.owner.query("update queue set is_public = true where office_id = $1", [rules.office.id]);
  await world.owner.query("update office set online_freed_minutes = 30 where id = $1", [rules.office.id]);
  await rules.booked("12:00", { date });
  const closed = { queue: 1, kind: "closed", date, from: "12:00", to: "13:00", reason: "Απουσία" };
  const { change } = await rules.ruled("exceptions", closed);
  expect((await rules.rows("freed_place")).map(({ queue }) => queue)).toEqual([1]);
  await rules.takeBack(change);
  expect((await rules.rows("freed_place")).map(({ queue }) => queue).sort()).toEqual([1, 2]);
});
