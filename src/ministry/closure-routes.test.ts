import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf } from "../../test/booking-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson, theOfficeOfCrete } from "../../test/ministry-person.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../test/world.ts";

let world: World;
let athina: MinistryPerson;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await theOfficeOfCrete(world);
});

const ministry: MinistryPerson["rule"] = (...asked) => athina.rule(...asked);
const post: MinistryPerson["post"] = (...asked) => athina.post(...asked);
const DAY = "2026-11-26";
const closure = { region: "Κρήτη", from: DAY, to: DAY, reason: "Σεισμός" };
const clerk = async () => deskOf(office, await world.aClerk(office));
const closures = async () => (await ministry("GET", "closures")).body.closures;

test("the preview counts offices and appointments; nothing has happened", async () => {
  const desk = await clerk();
  await desk.booked("10:00", { date: DAY });
  await desk.booked("10:15", { date: DAY });
  await desk.booked("10:00", { date: "2026-11-27" });
  const other = await world.anOffice();
  await deskOf(other, await world.aClerk(other)).booked("10:00", { date: DAY });
  const preview = (await post("closures/preview", closure)).body;
  expect(preview).toEqual({ offices: 1, concerned: 1, appointments: 2 });
  const nation = (await post("closures/preview", { ...closure, region: null })).body;
  expect(nation).toMatchObject({ concerned: 2, appointments: 3 });
  expect(await closures()).toEqual([]);
  const noon = (await post("closures/preview", { ...closure, fromTime: "10:20" })).body;
  expect(noon.appointments).toBe(1);
});

test("new appointments stop at once, in the region alone; those there stay", async () => {
  const desk = await clerk();
  const booked = await desk.booked("10:00", { date: DAY });
  const reply = await post("closures", closure);
  expect(reply.status).toBe(201);
  expect((await desk.book({ ...bookingOf("11:00") })).body).toMatchObject({
    code: "slot-not-offered",
    title: expect.stringContaining("Σεισμός"),
  });
  expect((await desk.day(DAY)).appointments.map(({ id }: { id: string }) => id)).toEqual([booked.id]);
  const elsewhere = await world.anOffice();
  const other = deskOf(elsewhere, await world.aClerk(elsewhere));
  expect((await other.book(bookingOf("11:00"))).status).toBe(201);
  expect(await athina.lastEntry()).toMatchObject({
    ...{ act: "closure-added", employee_id: athina.employeeId },
    details: { id: reply.body.id, after: { region: "Κρήτη", reason: "Σεισμός" } },
  });
});

test("asked twice it is made once", async () => {
  const [key, twin] = [randomUUID(), randomUUID()];
  const [one, two] = await Promise.all([post("closures", closure, key), post("closures", closure, key)]);
  expect(one.body.id).toBe(two.body.id);
  expect(await closures()).toHaveLength(1);
  expect((await post("closures", { ...closure, reason: "Άλλη" }, key)).body.code).toBe("idempotency-key-reused");
  expect(errorsOf(await post("closures", closure, twin))).toEqual([422, "from: closure-overlaps"]);
  expect((await ministry("POST", "closures", { body: closure })).status).toBe(428);
});

test("one to come is removed, one that is running ends now", async () => {
  const { id } = (await post("closures", closure)).body;
  expect((await ministry("DELETE", `closures/${id}`)).status).toBe(200);
  expect(await closures()).toEqual([]);
  expect((await (await clerk()).book(bookingOf("11:00"))).status).toBe(201);
  expect((await ministry("DELETE", `closures/${id}`)).body.code).toBe("closure-not-found");

  const running = (await post("closures", { ...closure, from: "2026-11-24", to: "2026-11-25" })).body;
  await ministry("DELETE", `closures/${running.id}`);
  expect(await closures()).toMatchObject([{ id: running.id, to: "2026-11-24T10:43:00+02:00" }]);
  expect((await athina.lastEntry())?.act).toBe("closure-ended");
});

test("changed: the old time is free again and the new one closed, at once", async () => {
  const { id } = (await post("closures", closure)).body;
  const later = { ...closure, from: "2026-11-27", to: "2026-11-27" };
  expect(
    (await ministry("POST", `closures/preview?replaces=${id}`, { body: { ...closure, toTime: "12:00" } })).status,
  ).toBe(200);
  const changed = await ministry("PUT", `closures/${id}`, { body: later, key: randomUUID() });
  expect(changed.status).toBe(201);
  expect(await closures()).toMatchObject([{ id: changed.body.id, from: "2026-11-27T00:00:00+02:00" }]);
  const desk = await clerk();
  expect((await desk.book(bookingOf("11:00"))).status).toBe(201);
  expect((await desk.book(bookingOf("11:00", "2026-11-27"))).status).toBe(409);
  expect((await athina.lastEntry())?.details).toMatchObject({
    before: { reason: "Σεισμός" },
    after: { reason: "Σεισμός" },
  });
});

test.each([
  [{ to: "2026-11-25" }, "to: range-inverted"],
  [{ from: "2026-11-23" }, "from: date-past"],
  [{ to: "2036-11-26" }, "to: closure-too-long"],
  [{ region: "Ατλαντίδα" }, "region: region-unknown"],
  [{ reason: "" }, "reason: closure-reason-required"],
])("%o: a code and a Greek sentence at the field, in the preview too", async (more, fault) => {
  for (const path of ["closures", "closures/preview"]) {
    const reply = await post(path, { ...closure, ...more });
    expect(errorsOf(reply)).toEqual([422, fault]);
    expect(reply.body.errors[0].message).toMatch(/^[Α-ΩΆ-Ώ«].+/);
  }
  expect(await closures()).toEqual([]);
});

test("the list knows the regions and their offices", async () => {
  const { regions, offices } = (await ministry("GET", "closures")).body;
  expect(regions).toEqual([{ name: "Κρήτη", offices: 1 }]);
  expect(offices).toBeGreaterThan(1);
});

const bookingOf = (time: string, date = DAY) => ({
  ...{ date, time, queue: 1, lastName: "Παπαδοπούλου", firstName: "Ελένη", service: "signature" },
});
