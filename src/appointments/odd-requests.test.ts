import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aMinistryPerson } from "../../test/ministry-person.ts";
import { aWorld, type World } from "../../test/world.ts";

/** Requests that are well-formed but not what a page of ours would send. */
let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world);
});

describe("a repeated key", () => {
  test("gives nothing to a clerk who has lost the office meanwhile", async () => {
    expect((await desk.book(wish("11:30"), "key-of-rights")).status).toBe(201);
    await world.owner.query("delete from membership where employee_id = $1", [desk.clerk.employeeId]);
    const again = await desk.book(wish("11:30"), "key-of-rights");
    expect([again.status, again.body.code]).toEqual([404, "office-not-found"]);
  });

  test("that has to wait too long for its twin says that it is still running", async () => {
    const { id } = desk.office;
    await world.owner.query("begin");
    const twin = `${id} ${desk.clerk.employeeId} book key-of-twin`;
    await world.owner.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [twin]);
    const reply = await desk.book(wish("11:30"), "key-of-twin");
    await world.owner.query("rollback");
    expect([reply.status, reply.body.code]).toEqual([503, "request-running"]);
    expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
    expect((await desk.book(wish("11:30"), "key-of-twin")).status).toBe(201);
  });
});

test.each(["offices/:office/mails/%00/resend", "ministry/onboarding/99%0001/reset"])(
  "no act is done once to what no text of the database can name: %s",
  async (path) => {
    const athina = await aMinistryPerson(world);
    const who = path.startsWith("ministry") ? athina : desk.clerk;
    const reply = await who.ask("POST", `/api/${path.replace(":office", desk.office.code)}`, {
      key: "odd",
      version: 1,
      body: path.startsWith("ministry") ? { reason: "Αίτηση" } : {},
    });
    expect([reply.status, reply.body.code]).toEqual([400, "request-malformed"]);
  },
);

describe("If-Match", () => {
  const rename = (id: string, tag: string) =>
    desk.clerk.ask("PATCH", `${desk.office.code}/appointments/${id}`, {
      body: { notes: tag },
      headers: { "if-match": tag },
    });

  test.each(["*", '"1", "2"'])("%s is not the version that was seen", async (tag) => {
    const reply = await rename((await desk.booked()).id, tag);
    expect([reply.status, reply.body.code]).toEqual([428, "version-missing"]);
  });

  test("a merge patch may say that it is one", async () => {
    const { id } = await desk.booked();
    const reply = await desk.clerk.ask("PATCH", `${desk.office.code}/appointments/${id}`, {
      body: { notes: "με το παιδί" },
      headers: { "if-match": '"1"', "content-type": "application/merge-patch+json" },
    });
    expect([reply.status, reply.body.notes]).toEqual([200, "με το παιδί"]);
  });

  test.each(['"a"', '""', '"-1"', '"9999999999"'])("%s names no version", async (tag) => {
    const reply = await rename((await desk.booked()).id, tag);
    expect([reply.status, reply.body.errors[0].field]).toEqual([400, "If-Match"]);
  });

  test("made weak by a compressing proxy still names its version", async () => {
    const { id } = await desk.booked();
    expect((await rename(id, 'W/"1"')).status).toBe(200);
    expect((await rename(id, 'W/"1"')).status).toBe(412);
  });
});

test("a parameter that a read does not know is refused, also where it takes none", async () => {
  const reply = await desk.clerk.ask("GET", `${desk.office.code}/days/2026-11-24?qeueu=1`);
  expect([reply.status, reply.body.errors[0]]).toMatchObject([400, { field: "qeueu", code: "field-unknown" }]);
});

describe("party and business, patched", () => {
  const business = { name: "Φάρος ΑΕ", afm: "094259216" };

  test.each([
    ["naming a business makes the citizen its representative", {}, { business }, 200, business],
    ["a business without a name is none", {}, { party: "business" }, 422, null],
    [
      "nor with its name cleared in the same breath",
      { business },
      { party: "business", business: null },
      422,
      business,
    ],
    ["clearing the business makes a citizen", { business }, { business: null }, 200, null],
    ["so does naming the party", { business }, { party: "citizen" }, 200, null],
    ["confirming the party changes nothing", { business }, { party: "business" }, 200, business],
    [
      "another name alone drops the old tax number",
      { business },
      { business: { name: "Όρμος ΕΠΕ" } },
      200,
      { name: "Όρμος ΕΠΕ", afm: null },
    ],
    ["the tax number is checked", { business }, { business: { ...business, afm: "094259217" } }, 422, business],
  ])("%s", async (_, before, change, status, after) => {
    const { id } = await desk.booked("11:30", before);
    const reply = await desk.change(id, change, 1);
    expect(reply.status, JSON.stringify(reply.body)).toBe(status);
    const { body } = await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`);
    expect([body.business, body.party]).toEqual([after, after ? "business" : "citizen"]);
  });
});

test("a service that takes longer by an import lengthens no visit that stands, only those that are placed anew", async () => {
  const code = `import-${desk.office.code}`;
  await world.owner.query(
    "insert into service (code, name, short_name, name_en, minutes) values ($1, $1, $1, $1, 15)",
    [code],
  );
  const { id } = await desk.booked("11:30", { service: code });
  await desk.booked("11:45");
  await world.owner.query("update service set minutes = 30 where code = $1", [code]);
  expect((await desk.change(id, { lastName: "Νέα", service: code }, 1)).body).toMatchObject({
    minutes: 15,
    version: 2,
  });
  await desk.act(id, "cancellation", { version: 2 });
  expect((await desk.act(id, "undo", { version: 3 })).body).toMatchObject({ minutes: 15, status: "booked" });
  expect((await desk.move(id, { date: "2026-11-24", time: "11:30", queue: 1 }, 4)).status).toBe(409);
  expect((await desk.move(id, { date: "2026-11-24", time: "12:00", queue: 1 }, 4)).body).toMatchObject({ minutes: 30 });
});
