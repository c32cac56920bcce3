import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { takerOfPlace } from "./taker-sql.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world);
});

const date = Temporal.PlainDate.from("2026-11-24");
const isTaken = (time: string, queue = 1) =>
  world.database.db.read(
    { office: desk.office.id },
    async (tx) => (await takerOfPlace(tx, desk.office.id, { date, time, queue })) !== null,
  );

test("a place is taken from a visit's first minute to its last, in its queue", async () => {
  await desk.booked("11:30");
  const minutes = ["11:29", "11:30", "11:44", "11:45"];
  expect(await Promise.all(minutes.map((time) => isTaken(time)))).toEqual([false, true, true, false]);
  expect(await isTaken("11:30", 2)).toBe(false);
});

test("who has cancelled has it no more", async () => {
  const { id } = await desk.booked("11:30");
  await desk.act(id, "cancellation", { version: 1 });
  expect(await isTaken("11:30")).toBe(false);
});
