import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../../test/booking-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let desk: BookingDesk;
let rival: pg.Client;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world);
  rival = new pg.Client({ connectionString: world.database.ownerUrl });
  await rival.connect();
  return () => rival.end();
});

/** The day that the desk books on, in days since the epoch. */
const DAY = 20_781;

/** Somebody closes eleven to noon: holds the office's lock alone, writes, and lets go only when told. */
async function beginClosing(): Promise<void> {
  await rival.query("begin");
  await rival.query("select pg_advisory_xact_lock($1::int, 0)", [desk.office.id]);
  await rival.query(
    `insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
     values ($1, gen_random_uuid(), 'closed', '2026-11-24 11:00+02', '2026-11-24 12:00+02', 'απεργία', now())`,
    [desk.office.id],
  );
}

test("a booking waits for a rule that is being written, and then obeys it", async () => {
  await beginClosing();
  const booking = desk.book(wish("11:30"));
  expect(await waits(world, booking, 0)).toBe(true);
  await rival.query("commit");
  expect((await booking).body).toMatchObject({ status: 409, code: "slot-not-offered" });
});

test("so does one in any queue: what is seen free without the lock is not taken", async () => {
  await beginClosing();
  const booking = desk.book(wish("11:30", { queue: null }));
  expect(await waits(world, booking, 0)).toBe(true);
  await rival.query("commit");
  expect((await booking).body).toMatchObject({ status: 409, code: "slot-not-offered" });
});

test("a place that is gone already is refused at once, whoever has the day's lock", async () => {
  await desk.booked("11:30");
  await rival.query("begin");
  await rival.query("select pg_advisory_xact_lock($1::int, $2::int)", [desk.office.id, DAY]);
  expect((await desk.book(wish("11:30"))).body).toMatchObject({ status: 409, code: "slot-taken" });
});

test("so does a move, an undone cancellation, and a service that takes longer", async () => {
  const [moved, undone, longer] = [await desk.booked("13:00"), await desk.booked("11:15"), await desk.booked("10:45")];
  await desk.act(undone.id, "cancellation", { version: 1 });
  await beginClosing();
  const replies = [
    desk.move(moved.id, { date: "2026-11-24", time: "11:00", queue: 1 }, 1),
    desk.act(undone.id, "undo", { version: 2 }),
    desk.change(longer.id, { service: "vehicle" }, 1),
  ];
  expect(await waits(world, Promise.race(replies), 2)).toBe(true);
  await rival.query("commit");
  for (const reply of replies) expect((await reply).body).toMatchObject({ status: 409, code: "slot-not-offered" });
});

test("a move waits for the day to which it leads as well", async () => {
  const { id } = await desk.booked("11:30");
  await rival.query("begin");
  await rival.query("select pg_advisory_xact_lock($1::int, $2::int)", [desk.office.id, DAY + 1]);
  const moving = desk.move(id, { date: "2026-11-25", time: "11:30", queue: 1 }, 1);
  expect(await waits(world, moving, 0)).toBe(true);
  await rival.query("commit");
  expect((await moving).status).toBe(200);
});

test("who moves from an old picture is told so first, whoever has the day's lock", async () => {
  const [moved] = [await desk.booked("13:00"), await desk.booked("11:30")];
  await desk.change(moved.id, { notes: "Με αναπηρικό αμαξίδιο" }, 1);
  await rival.query("begin");
  await rival.query("select pg_advisory_xact_lock($1::int, $2::int)", [desk.office.id, DAY]);
  const reply = await desk.move(moved.id, { date: "2026-11-24", time: "11:30", queue: 1 }, 1);
  expect(reply.body).toMatchObject({ status: 412, code: "version-stale" });
});

test("whoever books the same day waits for her turn, another day does not", async () => {
  await rival.query("begin");
  await rival.query("select pg_advisory_xact_lock($1::int, $2::int)", [desk.office.id, DAY]);
  const sameDay = desk.book(wish("11:30"));
  expect((await desk.book(wish("11:30", { date: "2026-11-25" }))).status).toBe(201);
  expect(await waits(world, sameDay, 0)).toBe(true);
  await rival.query("commit");
  expect((await sameDay).status).toBe(201);
});

test("the place of a booking that is not committed yet can't be had by going around the lock", async () => {
  const { id } = await desk.booked("11:30");
  const copy = `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, created_at)
    select office_id, gen_random_uuid(), queue, starts_at + interval '5 minutes', ends_at, status_at, service, 'Άλλη', 'Άλλη', created_at
    from appointment where id = $1`;
  await expect(rival.query(copy, [id])).rejects.toMatchObject({ code: "23P01" });
  await desk.act(id, "cancellation", { version: 1 });
  await expect(rival.query(copy, [id])).resolves.toMatchObject({ rowCount: 1 });
});
