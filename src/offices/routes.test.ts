import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("of an office to which nobody has come yet, what somebody has said is usual, while the office offers it", async () => {
  const desk = await aBookingDesk(world);
  const usual = async () => (await desk.clerk.ask("GET", desk.office.code)).body.usualService;
  await world.owner.query("update office set usual_service = 'vehicle' where id = $1", [desk.office.id]);
  expect(await usual()).toBe("vehicle");
  await desk.book(wish("11:00", { service: "signature" }));
  expect(await usual()).toBe("signature");
  await desk.act((await desk.day()).appointments[0].id, "cancellation", { version: 1 });
  await world.owner.query("insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)", [
    desk.office.id,
  ]);
  expect(await usual()).toBeNull();
});

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
