import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf } from "../../test/booking-desk.ts";
import {
  aMinistryPerson,
  errorsOf,
  type MinistryPerson,
  manyOffices,
  theOfficeOfCrete,
} from "../../test/ministry-person.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, NOW, type Reply, type TestOffice, type World } from "../../test/world.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import { lockRulings } from "./sweep-sql.ts";

let world: World;
let athina: MinistryPerson;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  // Signed in by the clock of now: a test before has moved it on.
  athina = await aMinistryPerson(world);
  office = await theOfficeOfCrete(world);
});

const ministry: MinistryPerson["rule"] = (...asked) => athina.rule(...asked);
const post: MinistryPerson["post"] = (...asked) => athina.post(...asked);
const DAY = "2026-11-26";
const TODAY = "2026-11-24";
const closure = { region: "Κρήτη", from: DAY, to: DAY, reason: "Σεισμός" };
const clerk = async () => deskOf(office, await world.aClerk(office));
const closures = async () => (await ministry("GET", "closures")).body.closures;
const change = (id: string, body: object, key: string = randomUUID()) =>
  ministry("PUT", `closures/${id}`, { body, key });
/** Later today */
const at = (time: string) => {
  world.now = Temporal.Instant.from(`${TODAY}T${time}+02:00`);
};

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

test("a month of a region by day: what is to come there, and of no other office", async () => {
  const desk = await clerk();
  await desk.booked("10:00", { date: DAY });
  await desk.booked("10:15", { date: DAY });
  await desk.booked("10:00", { date: "2026-11-27" });
  const next = await desk.booked("10:00", { date: "2026-12-01" });
  const gone = await desk.booked("10:15", { date: "2026-12-01" });
  await desk.act(gone.id, "cancellation", { version: 1 });
  const other = await world.anOffice();
  await deskOf(other, await world.aClerk(other)).booked("10:00", { date: DAY });
  const taken = async (region: string, month: string) =>
    (await ministry("GET", `closures/taken?${new URLSearchParams({ region, month })}`)).body.days;
  expect(await taken("Κρήτη", "2026-11")).toEqual([
    { date: DAY, appointments: 2 },
    { date: "2026-11-27", appointments: 1 },
  ]);
  expect(await taken("Κρήτη", "2026-12")).toEqual([{ date: next.date, appointments: 1 }]);
  expect(await taken("Ήπειρος", "2026-11")).toEqual([]);
  world.now = Temporal.Instant.from("2026-11-26T10:15:00+02:00");
  athina = await aMinistryPerson(world);
  expect(await taken("Κρήτη", "2026-11")).toMatchObject([{ appointments: 1 }, { appointments: 1 }]);
  expect((await ministry("GET", "closures/taken?month=2026-11")).status).toBe(400);
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
    act: "closure-added",
    employee_id: athina.employeeId,
    details: { id: reply.body.id, after: { region: "Κρήτη", reason: "Σεισμός" } },
  });
});

test("of two at once that overlap the second is told of the first", async () => {
  let second: Promise<Reply> | undefined;
  await world.database.db.write(OF_NATION, async (tx) => {
    await lockRulings(tx);
    await tx.sql`insert into closure (id, region, starts_at, ends_at, reason, created_at)
      values (gen_random_uuid(), 'Κρήτη', ${DAY}::date - 1, ${DAY}::date + 2, 'Απεργία', now())`;
    second = post("closures", closure);
    expect(await waits(world, second, 0)).toBe(true);
  });
  expect(errorsOf((await second) as Reply)).toEqual([422, "from: closure-overlaps"]);
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

  const running = (await post("closures", { ...closure, from: TODAY, to: "2026-11-25" })).body;
  at("11:00:40");
  await ministry("DELETE", `closures/${running.id}`);
  expect(await closures()).toMatchObject([{ id: running.id, to: "2026-11-24T11:00:00+02:00" }]);
  expect((await athina.lastEntry())?.act).toBe("closure-ended");
  expect((await ministry("DELETE", `closures/${running.id}`)).body.code).toBe("closure-not-found");
});

test("from today: what of the day has passed stays open", async () => {
  const { id } = (await post("closures", { ...closure, from: TODAY, to: TODAY })).body;
  expect(await closures()).toMatchObject([{ from: "2026-11-24T10:42:00+02:00", to: "2026-11-25T00:00:00+02:00" }]);
  at("10:42:50");
  await ministry("DELETE", `closures/${id}`);
  expect([await closures(), (await athina.lastEntry())?.act]).toEqual([[], "closure-removed"]);
});

test("one that is running is changed twice on one day, and goes on from where it began", async () => {
  const running = { ...closure, from: TODAY, fromTime: "10:42" };
  const { id } = (await post("closures", { ...closure, from: TODAY, to: "2026-11-27" })).body;
  at("11:00:10");
  const shorter = await change(id, { ...running, to: DAY });
  expect(shorter.status).toBe(201);
  const desk = await clerk();
  expect((await desk.book(bookingOf("11:00", "2026-11-27"))).status).toBe(201);
  at("11:20:20");
  const longer = { ...running, to: "2026-11-27", reason: "Σεισμός και μετασεισμοί" };
  const preview = await ministry("POST", `closures/preview?replaces=${shorter.body.id}`, { body: longer });
  expect(preview.body).toMatchObject({ concerned: 1, appointments: 1 });
  const changed = await change(shorter.body.id, longer);
  expect(changed.status).toBe(201);
  expect(await closures()).toMatchObject([
    {
      id: changed.body.id,
      from: "2026-11-24T10:42:00+02:00",
      to: "2026-11-28T00:00:00+02:00",
      reason: longer.reason,
      sweep: { id: changed.body.sweep.id },
    },
  ]);
  expect((await desk.book(bookingOf("11:30", "2026-11-27"))).body.code).toBe("slot-not-offered");
  expect((await athina.lastEntry())?.details).toMatchObject({
    before: { from: "2026-11-24T10:42:00+02:00", to: "2026-11-27T00:00:00+02:00" },
    after: { from: "2026-11-24T10:42:00+02:00", to: "2026-11-28T00:00:00+02:00" },
  });
});

test("a change asked for twice is done once; one of what another change has replaced says so", async () => {
  const { id } = (await post("closures", { ...closure, from: TODAY, to: "2026-11-27" })).body;
  at("11:00:00");
  const [key, wish] = [randomUUID(), { ...closure, from: TODAY, to: DAY }];
  const first = await change(id, wish, key);
  at("11:10:00");
  expect((await change(id, wish, key)).body).toEqual(first.body);
  expect(await closures()).toMatchObject([{ id: first.body.id }]);
  expect((await change(id, wish)).body.code).toBe("closure-not-found");
  const stale = await ministry("POST", `closures/preview?replaces=${id}`, { body: wish });
  expect(stale.body.code).toBe("closure-not-found");
});

test.each([
  ["to come", () => {}],
  ["running", () => at("11:00:00")],
])(
  "two of the ministry with one picture of a closure %s: the second changes nothing and is told so",
  async (_, later) => {
    const other = await aMinistryPerson(world);
    const wish = { ...closure, from: TODAY };
    const { id } = (await post("closures", wish)).body;
    const seen = (await other.rule("GET", "closures")).body.closures;
    expect(seen).toMatchObject([{ id }]);
    later();
    expect((await change(id, { ...wish, to: DAY })).status).toBe(201);
    const after = await closures();
    const stale = [
      await other.rule("PUT", `closures/${id}`, {
        body: { ...wish, reason: "Πλημμύρα" },
        key: randomUUID(),
      }),
      await other.rule("DELETE", `closures/${id}`),
    ];
    for (const { status, body } of stale) {
      expect([status, body.code]).toEqual([404, "closure-not-found"]);
      expect(body.title).toMatch(/^Το κλείσιμο δεν είναι πια όπως το είδατε/);
    }
    expect(await closures()).toEqual(after);
  },
);

test("of one that began days ago that beginning is accepted, and no other past one", async () => {
  const id = randomUUID();
  await world.owner.query(
    `insert into closure (id, region, starts_at, ends_at, reason, created_at)
     values ($1, 'Κρήτη', '2026-11-22 12:00+02', '2026-11-28 00:00+02', 'Σεισμός', '2026-11-22 11:00+02')`,
    [id],
  );
  const wish = { ...closure, from: "2026-11-22", fromTime: "12:00", to: DAY };
  for (const past of [{ fromTime: "10:00" }, { from: "2026-11-23" }, { from: "2026-11-21" }])
    expect(errorsOf(await change(id, { ...wish, ...past }))).toEqual([422, "from: date-past"]);
  expect(errorsOf(await post("closures", wish))).toEqual([422, "from: date-past"]);
  expect((await change(id, wish)).status).toBe(201);
  expect(await closures()).toMatchObject([{ from: "2026-11-22T12:00:00+02:00", to: "2026-11-27T00:00:00+02:00" }]);
});

test("of other offices, or from later on: what has passed stays where it was", async () => {
  const { id } = (await post("closures", { ...closure, from: TODAY, to: "2026-11-27" })).body;
  at("11:00:00");
  const nation = (await change(id, { ...closure, region: null, from: TODAY, to: "2026-11-27" })).body;
  at("11:25:00");
  expect((await change(nation.id, { ...closure, from: DAY, to: "2026-11-27" })).status).toBe(201);
  expect(await closures()).toMatchObject([
    { region: "Κρήτη", from: "2026-11-26T00:00:00+02:00", to: "2026-11-28T00:00:00+02:00" },
    { region: null, from: "2026-11-24T11:00:00+02:00", to: "2026-11-24T11:25:00+02:00" },
    { region: "Κρήτη", from: "2026-11-24T10:42:00+02:00", to: "2026-11-24T11:00:00+02:00" },
  ]);
});

test("ended, and closed again on the same day", async () => {
  const today = { ...closure, from: TODAY, to: TODAY };
  const { id } = (await post("closures", today)).body;
  at("11:00:40");
  await ministry("DELETE", `closures/${id}`);
  expect((await post("closures/preview", today)).status).toBe(200);
  expect((await post("closures", today)).status).toBe(201);
  expect(await closures()).toMatchObject([
    { from: "2026-11-24T11:00:00+02:00", to: "2026-11-25T00:00:00+02:00" },
    { from: "2026-11-24T10:42:00+02:00", to: "2026-11-24T11:00:00+02:00" },
  ]);
  expect(errorsOf(await post("closures", today))).toEqual([422, "from: closure-overlaps"]);
});

test("changed: the old time is free again and the new one closed, at once", async () => {
  const { id } = (await post("closures", closure)).body;
  const later = { ...closure, from: "2026-11-27", to: "2026-11-27" };
  expect(
    (await ministry("POST", `closures/preview?replaces=${id}`, { body: { ...closure, toTime: "12:00" } })).status,
  ).toBe(200);
  const changed = await change(id, later);
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

test("before one is removed or ended: the offices that open again, and the appointments that stand there", async () => {
  const desk = await clerk();
  await desk.booked("11:00", { date: TODAY });
  await desk.booked("11:00", { date: DAY });
  await desk.booked("11:15", { date: DAY });
  const { id } = (await post("closures", { ...closure, from: TODAY })).body;
  const opened = async () => (await post(`closures/${id}/removal-preview`, {})).body;
  expect(await opened()).toEqual({ offices: 1, concerned: 1, appointments: 3 });
  expect(await closures()).toHaveLength(1);
  // What is over is no longer concerned.
  at("11:05:00");
  expect((await opened()).appointments).toBe(3);
  at("11:20:00");
  expect((await opened()).appointments).toBe(2);
  // What another one closes, too, stays closed.
  await post("closures", { ...closure, region: null, toTime: "11:10" });
  expect(await opened()).toEqual({ offices: 1, concerned: 1, appointments: 1 });
  await post("holidays", { date: DAY, name: "Πένθος", nameEn: "Mourning", closedFrom: "11:00" });
  expect(await opened()).toEqual({ offices: 1, concerned: 0, appointments: 0 });
  await post("holidays", { date: "2026-11-25", name: "Πένθος", nameEn: "Mourning" });
  await post("closures", { ...closure, region: null, from: TODAY, to: TODAY });
  expect(await opened()).toEqual({ offices: 0, concerned: 0, appointments: 0 });
  for (const date of [DAY, "2026-11-25"]) await ministry("DELETE", `holidays/${date}`, { version: 1 });
  expect(await opened()).toEqual({ offices: 1, concerned: 1, appointments: 1 });
  await ministry("DELETE", `closures/${id}`);
  expect((await opened()).code).toBe("closure-not-found");
});

test("over more offices than are counted at once: each once, when it is closed and when it opens again", async () => {
  const first = await clerk();
  await first.booked("10:00", { date: DAY });
  await manyOffices(world);
  const last = await world.anOffice();
  await deskOf(last, await world.aClerk(last)).booked("10:00", { date: DAY });
  const [{ offices, standing }] = (
    await world.owner.query<{ offices: number; standing: number }>(
      `select (select count(*)::int from office) as offices,
         (select count(*)::int from appointment where live and starts_at::date = $1) as standing`,
      [DAY],
    )
  ).rows as [{ offices: number; standing: number }];
  const all = { ...closure, region: null };
  const closes = (await post("closures/preview", all)).body;
  expect(closes).toMatchObject({ offices, appointments: standing });
  const { id } = (await post("closures", all)).body;
  expect((await post(`closures/${id}/removal-preview`, {})).body).toEqual(closes);
  await world.owner.query("update office set region = 'Κρήτη' where id = $1", [last.id]);
  expect((await post("closures/preview", closure)).body).toEqual({ offices: 2, concerned: 2, appointments: 2 });
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
  date,
  time,
  queue: 1,
  lastName: "Παπαδοπούλου",
  firstName: "Ελένη",
  service: "signature",
});
