import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deskOf } from "../../test/booking-desk.ts";
import { anItem } from "../../test/items-to-bring.ts";
import {
  aMinistryPerson,
  errorsOf,
  type MinistryPerson,
  manyOffices,
  theOfficeOfCrete,
} from "../../test/ministry-person.ts";
import { aHead } from "../../test/office-head.ts";
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
const holidays = async (year: number) => (await ministry("GET", `holidays?year=${year}`)).body;

test("heads and clerks are refused, whatever they ask", async () => {
  const head = await aHead(world, office);
  for (const [method, path, body] of [
    ["GET", "closures", undefined],
    ["POST", "closures", closure],
    ["POST", "closures/preview", closure],
    ["POST", `closures/${randomUUID()}/removal-preview`, {}],
    ["GET", "holidays?year=2027", undefined],
    ["POST", "holidays/2026-12-25/removal-preview", {}],
    ["POST", "holidays", { date: DAY, name: "α", nameEn: "a" }],
    ["GET", "services", undefined],
    ["PATCH", "services/signature", { minutes: 5 }],
    ["GET", "sweeps", undefined],
    ["GET", "history", undefined],
  ] as const) {
    const reply = await head.ask(method, `/api/ministry/${path}`, { ...(body && { body }), key: "k", version: 1 });
    expect([path, reply.status, reply.body.code]).toEqual([path, 403, "role-required"]);
    expect(reply.body.title).toContain("Υπουργείου");
  }
});

describe("holidays", () => {
  /** Of the Orthodox Church, as its calendars give them */
  const EASTERS = [
    "2026-04-12",
    "2027-05-02",
    "2028-04-16",
    "2029-04-08",
    "2030-04-28",
    "2031-04-13",
    "2032-05-02",
    "2033-04-24",
    "2034-04-09",
    "2035-04-29",
  ];
  test.each(EASTERS)("Easter of %s and all that hangs on it", async (easter) => {
    const { holidays: all } = await holidays(Number(easter.slice(0, 4)));
    const on = (name: string) => all.find((one: { name: string }) => one.name === name)?.date;
    const day = (days: number) => Temporal.PlainDate.from(easter).add({ days }).toString();
    expect([on("Καθαρά Δευτέρα"), on("Μεγάλη Παρασκευή"), on("Μεγάλο Σάββατο"), on("Κυριακή του Πάσχα")]).toEqual([
      day(-48),
      day(-2),
      day(-1),
      day(0),
    ]);
    expect([on("Δευτέρα του Πάσχα"), on("Αγίου Πνεύματος")]).toEqual([day(1), day(50)]);
  });

  test("24 and 31 December end at 13:00, and every year is as computed", async () => {
    for (const year of [2026, 2032, 2055, 2099]) {
      const { holidays: all, missing } = await holidays(year);
      const early = all.filter(({ closedFrom }: { closedFrom: string }) => closedFrom === "13:00");
      expect(early.map(({ date }: { date: string }) => date)).toEqual([`${year}-12-24`, `${year}-12-31`]);
      expect(new Set(all.map(({ origin }: { origin: string }) => origin))).toEqual(new Set(["default"]));
      expect(missing.filter(({ why }: { why: string }) => why === "removed")).toEqual([]);
    }
  });

  test("1 May 2027 is Holy Saturday: 1 May is moved, and works", async () => {
    expect((await holidays(2027)).missing).toEqual([
      {
        date: "2027-05-01",
        name: "Πρωτομαγιά",
        nameEn: "Labour Day",
        closedFrom: "00:00",
        why: "coincides",
        coincidesWith: "Μεγάλο Σάββατο",
      },
    ]);
    const body = { date: "2027-05-04", name: "Πρωτομαγιά", nameEn: "Labour Day" };
    const desk = await clerk();
    await desk.booked("10:00", { date: body.date });
    expect((await post("holidays/preview", { date: body.date })).body).toMatchObject({ concerned: 1, appointments: 1 });
    expect((await post("holidays", body)).status).toBe(201);
    const { holidays: all, missing } = await holidays(2027);
    expect(missing).toEqual([]);
    expect(all.find(({ date }: { date: string }) => date === body.date)).toMatchObject({
      origin: "moved",
      defaultDate: "2027-05-01",
      sweep: { done: 0 },
    });
    expect((await desk.book(bookingOf("11:00", body.date))).body.title).toContain("Πρωτομαγιά");

    const back = await ministry("DELETE", `holidays/${body.date}`, { version: 1 });
    expect(back.status).toBe(200);
    expect((await desk.book(bookingOf("11:00", body.date))).status).toBe(201);
  });

  test("moved, changed and removed, by the version seen", async () => {
    const made = { date: "2028-03-01", name: "Πένθος", nameEn: "Mourning" };
    await post("holidays", made);
    const patch = (body: object, version: number, date = made.date) =>
      ministry("PATCH", `holidays/${date}`, { body, version });
    expect((await patch({ date: "2028-03-02" }, 1)).body.id).toBe("2028-03-02");
    expect((await patch({ closedFrom: "12:00" }, 1)).body.code).toBe("holiday-not-found");
    expect((await patch({ closedFrom: "12:00" }, 1, "2028-03-02")).body).toMatchObject({
      code: "version-stale",
      current: { version: 2, name: "Πένθος" },
    });
    expect((await patch({ closedFrom: "12:00" }, 2, "2028-03-02")).status).toBe(200);
    const desk = await clerk();
    expect((await desk.book(bookingOf("11:00", "2028-03-01"))).status).toBe(201);
    expect((await desk.book(bookingOf("11:30", "2028-03-02"))).status).toBe(201);
    expect((await desk.book(bookingOf("12:00", "2028-03-02"))).status).toBe(409);
    expect((await athina.lastEntry())?.details).toMatchObject({
      before: { closedFrom: "00:00" },
      after: { closedFrom: "12:00" },
    });
  });

  test("before one is removed: the offices that open again, and the appointments that stand there", async () => {
    const desk = await clerk();
    await desk.booked("10:00", { date: DAY });
    await desk.booked("13:00", { date: DAY });
    await post("holidays", { date: DAY, name: "Πένθος", nameEn: "Mourning", closedFrom: "12:00" });
    const opened = async (date: string, version: number) =>
      (await ministry("POST", `holidays/${date}/removal-preview`, { body: {}, version })).body;
    const all = (await ministry("GET", "services")).body.offices;
    expect(await opened(DAY, 1)).toEqual({ offices: all, concerned: 1, appointments: 1 });
    await post("closures", closure);
    expect(await opened(DAY, 1)).toEqual({ offices: all - 1, concerned: 0, appointments: 0 });
    expect((await opened(DAY, 2)).code).toBe("version-stale");
    expect((await opened("2026-11-30", 1)).code).toBe("holiday-not-found");
    expect((await opened("2026-10-28", 1)).code).toBe("holiday-over");
    expect((await ministry("POST", `holidays/${DAY}/removal-preview`, { body: {} })).status).toBe(428);
    await ministry("DELETE", `holidays/${DAY}`, { version: 1 });
  });

  test("a date twice, a past one, one without a name", async () => {
    const wish = { date: "2026-12-25", name: "Άλλη", nameEn: "Other" };
    expect(errorsOf(await post("holidays", wish))).toEqual([422, "date: holiday-date-taken"]);
    expect(errorsOf(await post("holidays", { ...wish, date: "2026-11-23" }))).toEqual([422, "date: date-past"]);
    const preview = async (date: string, search = "") => errorsOf(await post(`holidays/preview${search}`, { date }));
    expect(await preview("2026-12-25")).toEqual([422, "date: holiday-date-taken"]);
    expect(await preview("2026-12-25", "?replaces=2026-12-26")).toEqual([422, "date: holiday-date-taken"]);
    expect(await preview("2026-12-25", "?replaces=2026-12-25")).toEqual([200]);
    expect(await preview("2026-11-23")).toEqual([422, "date: date-past"]);
    expect(errorsOf(await post("holidays", { ...wish, date: DAY, name: "" }))).toEqual([422, "name: field-required"]);
    const past = await ministry("DELETE", "holidays/2026-10-28", { version: 1 });
    expect([past.status, past.body.code]).toEqual([409, "holiday-over"]);
    expect((await ministry("GET", "holidays?year=2100")).status).toBe(400);
    expect((await post("holidays", { ...wish, date: "3026-01-01" })).status).toBe(400);
  });
});

describe("the catalogue", () => {
  const service = {
    code: "",
    name: "Πιστοποιητικό γέννησης",
    shortName: "Γέννηση",
    nameEn: "Birth certificate",
    minutes: 15,
    toBring: [anItem("ταυτότητα")],
    onlineUrl: "https://example.gr/gennisi",
    entranceGroup: "certificates",
  };
  const listed = async (code: string) =>
    (await ministry("GET", "services")).body.services.find((one: { code: string }) => one.code === code);

  test("a service is added and can be booked", async () => {
    const code = `birth-${randomUUID().slice(0, 8)}`;
    expect((await post("services", { ...service, code })).status).toBe(201);
    expect(await listed(code)).toMatchObject({ ...service, code, version: 1, ownMinutes: 0 });
    expect((await (await clerk()).book({ ...bookingOf("11:00"), service: code })).status).toBe(201);
    expect(errorsOf(await post("services", { ...service, code }))).toEqual([422, "code: service-code-taken"]);
    expect(errorsOf(await post("services", { ...service, code: "Ώχ" }))).toEqual([422, "code: service-code-malformed"]);
  });

  test("other minutes: appointments there are keep their length, new ones take it", async () => {
    const code = `marriage-${randomUUID().slice(0, 8)}`;
    await post("services", { ...service, code });
    const desk = await clerk();
    const before = await desk.booked("10:00", { date: DAY, service: code });
    await manyOffices(world);
    const own = await world.anOffice();
    await world.owner.query("insert into office_service (office_id, service, minutes) values ($1, $2, 20)", [
      own.id,
      code,
    ]);
    const preview = (await post(`services/${code}/preview`, {})).body;
    expect(preview).toMatchObject({ concerned: 1, appointments: 1 });
    const { body } = await ministry("GET", "services");
    expect(preview.offices).toBe(body.offices - 1);
    expect((await listed(code)).ownMinutes).toBe(1);

    const changed = await ministry("PATCH", `services/${code}`, { body: { minutes: 30, toBring: [] }, version: 1 });
    expect(changed.status).toBe(200);
    expect(await listed(code)).toMatchObject({
      minutes: 30,
      toBring: [],
      name: service.name,
      onlineUrl: service.onlineUrl,
      entranceGroup: service.entranceGroup,
      version: 2,
    });
    const after = await desk.booked("11:00", { date: DAY, service: code });
    expect([before.minutes, after.minutes]).toEqual([15, 30]);
    expect((await desk.day(DAY)).appointments[0].minutes).toBe(15);
    const late = await ministry("PATCH", `services/${code}`, { body: { minutes: 10 }, version: 1 });
    expect(late.body).toMatchObject({ code: "version-stale", current: { minutes: 30, version: 2 } });
  });

  test("faults at their fields", async () => {
    const reply = await ministry("PATCH", "services/vehicle", { body: { minutes: 500, name: "" }, version: 1 });
    expect(errorsOf(reply)).toEqual([422, "name: field-required", "minutes: number-out-of-range"]);
    for (const onlineUrl of ["http://example.gr", "example.gr", "https://example.gr/με κενό", "javascript:alert(1)"]) {
      const refused = await ministry("PATCH", "services/vehicle", { body: { onlineUrl }, version: 1 });
      expect(errorsOf(refused), onlineUrl).toEqual([422, "onlineUrl: web-address-malformed"]);
    }
    const unknown = await ministry("PATCH", "services/vehicle", { body: { entranceGroup: "cars" }, version: 1 });
    expect(unknown.status).toBe(400);
    expect((await ministry("PATCH", "services/none", { body: { minutes: 5 }, version: 1 })).status).toBe(404);
    expect((await ministry("PATCH", "services/vehicle", { body: { minutes: 5 } })).status).toBe(428);
  });
});

test("the national log is read page by page, the latest first, each act once", async () => {
  const begun = (await ministry("GET", "history")).body.acts.length;
  await world.owner.query(
    "insert into audit_entry (office_id, id, at, employee_id, act) select 0, gen_random_uuid(), now(), max(id), 'statistics-shown' from employee",
  );
  expect((await ministry("GET", "history")).body.acts, "what is no ruling").toHaveLength(begun);
  for (let made = begun; made < 53; made++)
    await world.owner.query(
      `insert into audit_entry (office_id, id, at, employee_id, act, details)
       values (0, gen_random_uuid(), $1, $2, 'service-changed', '{"id": "signature"}')`,
      // All at one moment, and yet there is one order.
      [NOW.subtract({ minutes: 1 }).toString(), athina.employeeId],
    );
  const first = (await ministry("GET", "history")).body;
  const second = (await ministry("GET", `history?before=${first.next}`)).body;
  expect([first.acts.length, second.acts.length >= 3, second.next]).toEqual([50, true, null]);
  const ids = [...first.acts, ...second.acts].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const nowhere = (await ministry("GET", `history?before=${randomUUID()}`)).body;
  expect(nowhere).toEqual({ acts: [], next: null });
  expect((await ministry("GET", "history?before=1")).status).toBe(400);
});

test("the national log is read, and can't be changed", async () => {
  const made = (await post("closures", closure)).body;
  const { acts } = (await ministry("GET", "history")).body;
  expect(acts.find(({ details }: { details: { id: string } }) => details.id === made.id)).toMatchObject({
    act: "closure-added",
    by: expect.stringContaining("Δοκιμή"),
  });
  for (const act of ["update audit_entry set act = 'x'", "delete from audit_entry"])
    await expect(world.database.pool.query(act)).rejects.toThrow("permission denied");
});

const bookingOf = (time: string, date = DAY) => ({
  date,
  time,
  queue: 1,
  lastName: "Παπαδοπούλου",
  firstName: "Ελένη",
  service: "signature",
});
