import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, deskOf, wish } from "../../test/booking-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

/** Several people and several services in one visit, as staff book them: one time, one queue, one code. */

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(
    "insert into service (code, name, short_name, name_en, minutes) values ('copies', 'Επικύρωση', 'Επικύρωση', 'Copies', 5)",
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world, { queues: 2, slotMinutes: 10 });
});

const THOMAS = { lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] };
const FAMILY = { lastName: "Γιασεμίδου", firstName: "Φωτεινή", moreServices: ["copies"], companions: [THOMAS] };

const freeAt = async (services: string, queue = 1) => {
  const path = `${desk.office.code}/availability?from=2026-11-24&to=2026-11-24&service=${services}&queue=${queue}`;
  const { days } = (await desk.clerk.ask("GET", path)).body;
  return (days[0]?.times ?? []).map(({ time }: { time: string }) => time);
};

const setCommon = (minutes: number) =>
  world.owner.query("update office set common_minutes = $2 where id = $1", [desk.office.id, minutes]);

test("their minutes are added and rounded up to whole slots, and everybody reads who comes for what", async () => {
  const { id, minutes, companions, moreServices } = await desk.booked("11:30", FAMILY);
  expect([minutes, moreServices, companions]).toEqual([30, ["copies"], [THOMAS]]);
  expect((await desk.day()).appointments).toMatchObject([{ id, companions: [THOMAS] }]);
  expect((await desk.book(wish("11:50"))).status).toBe(409);
  expect((await desk.book(wish("12:00"))).status).toBe(201);
});

test("what is common to all happens once, where the head says so", async () => {
  await setCommon(5);
  const { minutes } = await desk.booked("11:30", { ...FAMILY, moreServices: [] });
  expect(minutes).toBe(20);
  await setCommon(0);
  expect((await desk.booked("12:30", { ...FAMILY, moreServices: [] })).minutes).toBe(20);
  await setCommon(6);
  expect((await desk.booked("13:00", { moreServices: ["signature", "signature"] })).minutes).toBe(20);
});

test("free times are those that can be booked, also of the collision's alternatives", async () => {
  await desk.booked("11:30");
  const free = await freeAt("signature,copies,signature");
  expect([free.includes("11:00"), free.includes("11:10"), free.includes("11:40")]).toEqual([true, false, true]);
  const taken = await desk.book(wish("11:10", FAMILY));
  expect([taken.status, taken.body.code]).toEqual([409, "slot-taken"]);
  for (const { time, queue } of taken.body.alternatives)
    expect(await freeAt("signature,copies,signature", queue)).toContain(time);
});

test("who goes away in part gives back the minutes, and needs them free to come again", async () => {
  const booked = await desk.booked("11:30", FAMILY);
  const alone = (await desk.change(booked.id, { companions: [] }, booked.version)).body;
  expect([alone.minutes, alone.companions]).toEqual([20, []]);
  const rival = await desk.book(wish("11:50"));
  expect(rival.status).toBe(201);
  const again = await desk.change(booked.id, { companions: [THOMAS] }, alone.version);
  expect([again.status, again.body.code]).toEqual([409, "slot-taken"]);
  expect((await desk.act(booked.id, "undo", { version: alone.version })).status).toBe(409);
  await desk.act(rival.body.id, "cancellation", { version: rival.body.version, body: {} });
  const undone = (await desk.act(booked.id, "undo", { version: alone.version })).body;
  expect([undone.minutes, undone.companions]).toEqual([30, [THOMAS]]);
  expect((await desk.history(booked.id)).at(-2).changes).toContainEqual({
    field: "companions",
    from: [THOMAS],
    to: [],
  });
});

test("a place that does not serve any more gives back too", async () => {
  const booked = await desk.booked("11:30", FAMILY);
  await world.owner.query("update queue_hours set closes_minute = 700 where office_id = $1", [desk.office.id]);
  const shorter = await desk.change(booked.id, { companions: [], moreServices: [] }, booked.version);
  expect([shorter.status, shorter.body.minutes]).toEqual([200, 10]);
});

test("who goes away in part keeps the place, though the rest takes longer by now and is offered no more", async () => {
  const booked = await desk.booked("11:30", { companions: [THOMAS], service: "copies" });
  expect(booked.minutes).toBe(20);
  await desk.booked("11:50");
  await world.owner.query(
    "insert into office_service (office_id, service, minutes, is_offered) values ($1, 'copies', 45, true)",
    [desk.office.id],
  );
  const rest = (await desk.change(booked.id, { companions: [] }, booked.version)).body;
  expect([rest.minutes, rest.companions]).toEqual([20, []]);
  await world.owner.query("update office_service set is_offered = false where office_id = $1", [desk.office.id]);
  const more = await desk.change(booked.id, { moreServices: ["copies"] }, rest.version);
  expect([more.status, more.body.errors[0].code]).toEqual([422, "service-not-offered"]);
});

test("what is said once more as it stands is no change", async () => {
  const booked = await desk.booked("11:30", FAMILY);
  const [{ services, ...name }] = booked.companions;
  const same = await desk.change(booked.id, { companions: [{ services, ...name }], notes: "" }, booked.version);
  expect([same.status, same.body.version]).toEqual([200, booked.version]);
});

test("moved, and given to another office, it stays as long and as many", async () => {
  const booked = await desk.booked("11:30", FAMILY);
  const moved = (await desk.move(booked.id, { date: "2026-11-25", time: "09:00", queue: 2 }, booked.version)).body;
  expect([moved.minutes, moved.companions]).toEqual([30, [THOMAS]]);
  const other = await world.anOffice({ queues: 1, slotMinutes: 15 });
  const clerk = await world.aClerk(desk.office, other);
  const there = await deskOf(desk.office, clerk).act(booked.id, "transfer", {
    version: moved.version,
    key: randomUUID(),
    body: { office: other.code, date: "2026-11-25", time: "10:00", queue: 1 },
  });
  expect(there.body).toMatchObject({ minutes: 30, companions: [THOMAS], moreServices: ["copies"] });
});

test("whoever comes along is found by name, alone and never mixed with the other", async () => {
  const { id } = await desk.booked("11:30", FAMILY);
  const find = async (text: string) =>
    (await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text } })).body.people.flatMap(
      ({ coming }: { coming: readonly { id: string }[] }) => coming.map((each) => each.id),
    );
  expect(await find("γιασεμιδης θωμας")).toEqual([id]);
  expect(await find("Φωτεινή Γιασεμίδου")).toEqual([id]);
  expect(await find("Φωτεινή Γιασεμίδης Θωμάς")).toEqual([]);
  const namesakes = { lastName: "Γιασεμίδης", firstName: "Θωμάς" };
  const { appointments } = (await desk.clerk.ask("POST", `${desk.office.code}/namesakes`, { body: namesakes })).body;
  expect(appointments.map((each: { id: string }) => each.id)).toEqual([id]);
});

test.each([
  [{ moreServices: ["signature", "signature", "signature"] }, "moreServices", "list-too-long"],
  [{ companions: [THOMAS, THOMAS, THOMAS, THOMAS] }, "companions", "list-too-long"],
  [{ companions: [{ ...THOMAS, services: [] }] }, "companions.0.services", "service-required"],
  [{ companions: [THOMAS, { ...THOMAS, firstName: " " }] }, "companions.1.firstName", "first-name-required"],
  [{ companions: [{ ...THOMAS, services: ["unheard-of"] }] }, "service", "service-unknown"],
])("%j is refused at its field", async (more, field, code) => {
  const { status, body } = await desk.book(wish("11:30", more));
  expect([status, body.errors]).toMatchObject([422, [{ field, code }]]);
  expect((await desk.day()).appointments).toEqual([]);
});

test("nobody needs a name but whom it is made for", async () => {
  const { companions } = await desk.booked("11:30", { companions: [{ services: ["copies"] }] });
  expect(companions).toEqual([{ lastName: "", firstName: "", services: ["copies"] }]);
});

test("too long for any queue: no time is offered, and a wish is refused as a fault of its time", async () => {
  const companions = Array.from({ length: 3 }, () => ({ services: ["vehicle", "vehicle", "vehicle"] }));
  const long = { moreServices: ["vehicle", "vehicle"], service: "vehicle", companions };
  expect(await freeAt(Array(12).fill("vehicle").join())).toEqual([]);
  expect((await desk.book(wish("11:30", long))).status).toBe(409);
});
