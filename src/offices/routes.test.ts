import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("an office tells which service its people come for most, and none before anybody came", async () => {
  const desk = await aBookingDesk(world);
  const usual = async () => (await desk.clerk.ask("GET", desk.office.code)).body.usualService;
  expect(await usual()).toBeNull();
  for (const time of ["11:00", "12:00"]) await desk.book(wish(time, { service: "vehicle" }));
  const cancelled = ["13:00", "13:15", "13:30"];
  for (const time of cancelled) {
    const { id } = await desk.booked(time);
    await desk.act(id, "cancellation", { version: 1 });
  }
  expect(await usual()).toBe("vehicle");
});
