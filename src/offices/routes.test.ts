import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const officeOf = async ({ clerk, office }: BookingDesk) => (await clerk.ask("GET", office.code)).body;
const moveAll = (service: string, days: number, { office }: BookingDesk) =>
  world.owner.query(
    "update appointment set starts_at = starts_at + make_interval(days => $1), ends_at = ends_at + make_interval(days => $1) where live and service = $2 and office_id = $3",
    [days, service, office.id],
  );

test("what somebody has said is what forms begin with, while the office offers it; no number of bookings changes that", async () => {
  const desk = await aBookingDesk(world);
  const usual = async () => {
    const { usualService, usualServices } = await officeOf(desk);
    return [usualService, usualServices];
  };
  expect(await usual()).toEqual([null, []]);
  await desk.book(wish("11:00", { service: "signature" }));
  expect(await usual()).toEqual([null, ["signature"]]);
  await world.owner.query("update office set usual_service = 'vehicle' where id = $1", [desk.office.id]);
  expect(await usual()).toEqual(["vehicle", ["signature", "vehicle"]]);
  await world.owner.query("insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)", [
    desk.office.id,
  ]);
  expect(await usual()).toEqual([null, ["signature"]]);
});

test("the usual services are those its people come for most; cancelled ones and older than four weeks don't count", async () => {
  const desk = await aBookingDesk(world);
  const usual = async () => (await officeOf(desk)).usualServices;
  expect(await usual()).toEqual([]);
  for (const time of ["11:00", "12:00"]) await desk.book(wish(time, { service: "vehicle" }));
  const cancelled = ["13:00", "13:15", "13:30"];
  for (const time of cancelled) {
    const { id } = await desk.booked(time);
    await desk.act(id, "cancellation", { version: 1 });
  }
  expect(await usual()).toEqual(["vehicle"]);
  await moveAll("vehicle", -40, desk);
  expect(await usual()).toEqual([]);
});

test("of a visit of several people or services each is counted", async () => {
  const desk = await aBookingDesk(world);
  const companions = ["Θωμάς", "Άννα"].map((firstName) => ({ lastName: "Ν", firstName, services: ["vehicle"] }));
  await desk.book(wish("11:00", { service: "signature", moreServices: ["vehicle"], companions }));
  await desk.book(wish("13:00", { service: "signature" }));
  expect((await officeOf(desk)).usualServices).toEqual(["vehicle", "signature"]);
});

test("their order is told by the weeks before this one, so that a digit means the same until Sunday", async () => {
  const desk = await aBookingDesk(world);
  await desk.book(wish("11:00", { service: "vehicle" }));
  await moveAll("vehicle", -7, desk);
  for (const time of ["11:00", "12:00", "13:00"]) await desk.book(wish(time, { service: "signature" }));
  expect((await officeOf(desk)).usualServices).toEqual(["vehicle", "signature"]);
  await moveAll("signature", -14, desk);
  expect((await officeOf(desk)).usualServices).toEqual(["signature", "vehicle"]);
});

test("a service is found by what people call it, as far as the office offers it", async () => {
  const { clerk, office } = await aBookingDesk(world);
  const found = async (text: string) =>
    (await clerk.ask("POST", `${office.code}/service-searches`, { body: { text } })).body;
  await world.owner.query(
    `insert into service_words (service, words) values ('vehicle', '{"el": ["πούλησα το αμάξι"]}') on conflict (service) do update set words = excluded.words`,
  );
  expect(await found("amaksi")).toEqual({ services: ["vehicle"] });
  expect(await found("υπογραφή")).toEqual({ services: ["signature"] });
  expect(await found("ξξξξ")).toEqual({ services: [] });
  await world.owner.query("insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)", [
    office.id,
  ]);
  expect(await found("αμάξι")).toEqual({ services: [] });
});

test("only who works in an office looks for its services, and not with a whole letter", async () => {
  const [own, other] = [await aBookingDesk(world), await aBookingDesk(world)];
  const ask = (text: string, office = own.office.code) =>
    own.clerk.ask("POST", `${office}/service-searches`, { body: { text } });
  expect((await ask("υπογραφή", other.office.code)).status).toBe(404);
  expect((await ask("α".repeat(201))).status).toBe(400);
});
