import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { anEntranceScreen } from "../../test/entrance-screen.ts";
import { aMailDesk } from "../../test/mail-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { setClock } from "../../test/set-clock.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { waiting } from "../../test/waiting.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { openOwner } from "../platform/database/owner.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import { anonymizeAll } from "./anonymize.ts";
import { anonymize } from "./erase-sql.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aBookingDesk(world);
});
afterAll(() => world.close());

const WHOLE = {
  phone: "6944123456",
  email: "eleni@example.gr",
  notes: "με το παιδί",
  business: { name: "Αλφα ΑΕ", afm: "094014201" },
};
const deps = () => ({ db: world.database.db, clock: () => world.now });
const at = (text: string) => setClock(world, Temporal.Instant.from(text));
/** 60 days after 24 November are over when 23 January is. */
const LAST_MINUTE = "2027-01-23T23:59:00+02:00";
const DUE = "2027-01-24T00:00:00+02:00";

const kept = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;

test("a key of a place in the line is kept on its day, and erased when that is over, in every office", async () => {
  const screens = [await anEntranceScreen(world, desk.office), await anEntranceScreen(world, await world.anOffice())];
  for (const screen of screens) await screen.take();
  const keys = async () => (await world.owner.query("select count(*)::int as count from line_key")).rows[0].count;
  await at("2026-11-24T23:59:00+02:00");
  await anonymizeAll(deps());
  expect(await keys()).toBe(2);
  await at("2026-11-25T00:00:00+02:00");
  await anonymizeAll(deps());
  expect(await keys()).toBe(0);
});

test("an office hears of whoever is made anonymous, by night and by hand, and of nothing where nobody is", async () => {
  const rules = JSON.stringify({ kind: "rules", office: desk.office.id });
  const [first, second] = [await desk.booked("11:30", WHOLE), await desk.booked("12:30", WHOLE)];
  await takeAnnouncements(world.owner);
  const owner = openOwner(world.database.ownerUrl);
  await owner.db.write(OF_NATION, (tx) => anonymize(tx, desk.office.id, [first.id], NOW));
  await owner.close();
  expect(await takeAnnouncements(world.owner)).toEqual([rules]);
  await at(DUE);
  await anonymizeAll(deps());
  expect(await takeAnnouncements(world.owner)).toContain(rules);
  expect(await kept(second.id)).toMatchObject({ lastName: "" });
  await anonymizeAll(deps());
  expect(await takeAnnouncements(world.owner)).toEqual([]);
});

describe("what is kept long enough", () => {
  test("is known on the last day, and the minute after nobody can tell whose it was", async () => {
    const { id } = await desk.booked("11:30", WHOLE);
    await at(LAST_MINUTE);
    await anonymizeAll(deps());
    expect(await kept(id)).toMatchObject({ lastName: "Παπαδοπούλου", anonymizedAt: null });
    await at(DUE);
    expect((await anonymizeAll(deps())).left).toBe(0);
    expect(await kept(id)).toMatchObject({
      lastName: "",
      firstName: "",
      phone: null,
      email: null,
      notes: null,
      cancellationReason: null,
      party: "business",
      business: { name: "", afm: null },
      anonymizedAt: "2027-01-24T00:00:00+02:00",
      date: "2026-11-24",
      time: "11:30",
      queue: 1,
      service: "signature",
      status: "booked",
      version: 1,
    });
  });

  test("loses names and words in its history, but not what counts", async () => {
    const { id } = await desk.booked("11:30", WHOLE);
    await desk.change(id, { lastName: "Παπαδάκη", notes: "χωρίς το παιδί", phone: null, channel: "email" }, 1);
    await desk.move(id, { date: "2026-11-24", time: "12:00", queue: 2 }, 2);
    await desk.act(id, "cancellation", { body: { reason: "αρρώστησε" }, version: 3 });
    await at(DUE);
    await anonymizeAll(deps());
    const changed = (await desk.history(id)).map(({ kind, changes }: never) => [
      kind,
      (changes as { field: string }[]).map(({ field }) => field).sort(),
    ]);
    expect(changed).toEqual([
      ["cancelled", ["status"]],
      ["moved", ["queue", "time"]],
      ["changed", ["channel"]],
      ["booked", []],
    ]);
    expect(JSON.stringify(await desk.history(id))).not.toMatch(/Παπαδ|παιδί|6944|αρρώστησε/);
  });

  test("a cancelled one goes by the day on which it stood, and one to come stays", async () => {
    const gone = await desk.booked("11:30");
    await desk.act(gone.id, "cancellation", { body: {}, version: 1 });
    await at("2027-01-20T10:00:00+02:00");
    const coming = (await desk.book({ ...wish("11:30"), date: "2027-03-01" })).body;
    await at(DUE);
    await anonymizeAll(deps());
    expect([(await kept(gone.id)).lastName, (await kept(coming.id)).lastName]).toEqual(["", "Παπαδοπούλου"]);
  });

  test("no letter of it waits, and none says to whom it went", async () => {
    const mailDesk = await aMailDesk(world);
    const { id } = await mailDesk.booked("11:30", { email: "eleni@example.gr" });
    await mailDesk.delivered();
    await world.owner.query(
      `insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
       select office_id, gen_random_uuid(), id, 'changed', email, '{"place": []}', now(), now() from appointment where id = $1`,
      [id],
    );
    await at(DUE);
    await anonymizeAll(deps());
    const { rows } = await world.owner.query(
      "select state, letter, address, told, answer, settled_at is not null as over from mail where appointment_id = $1 order by state",
      [id],
    );
    const empty = { address: "", told: null, answer: null, over: true };
    expect(rows).toEqual([
      { state: "sent", letter: "confirmation", ...empty },
      { state: "withdrawn", letter: null, ...empty },
    ]);
    await mailDesk.delivered(60);
    expect(mailDesk.arrived()).toHaveLength(1);
    await mailDesk.close();
  });

  test("nothing finds it: no name, no telephone, no reference, and no stored answer tells of it", async () => {
    const { id, reference } = await desk.booked("11:30", WHOLE);
    await at(DUE);
    await world.owner.query("update idempotency_key set created_at = $1", [world.now.toString()]);
    await anonymizeAll(deps());
    for (const text of ["Παπαδοπούλου Ελένη", "Αλφα", "6944123456", reference]) {
      const { body } = await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text } });
      expect(body.people, text).toEqual([]);
    }
    const { rows } = await world.owner.query(
      `select (select count(*)::int from appointment_word where appointment_id = $1) as words,
        (select count(*)::int from idempotency_key where response::text like '%' || $1 || '%') as answers`,
      [id],
    );
    expect(rows).toEqual([{ words: 0, answers: 0 }]);
  });
});

describe("on an anonymous appointment", () => {
  test.each([
    ["a change", (id: string) => desk.change(id, { notes: "ξανά" }, 1)],
    ["a move", (id: string) => desk.move(id, { date: "2027-01-25", time: "12:00", queue: 1 }, 1)],
    ["a cancellation", (id: string) => desk.act(id, "cancellation", { body: {}, version: 1 })],
    ["an arrival", (id: string) => desk.act(id, "arrival", { version: 1 })],
    ["an absence", (id: string) => desk.act(id, "no-show", {})],
    ["an undo", (id: string) => desk.act(id, "undo", { version: 1 })],
  ])("%s is refused in words", async (_, act) => {
    const { id } = await desk.booked();
    await at(DUE);
    await anonymizeAll(deps());
    const { status, body } = await act(id);
    expect([status, body.code]).toEqual([409, "appointment-anonymous"]);
    expect(body.title).toMatch(/ανώνυμο/);
    expect((await kept(id)).version).toBe(1);
  });

  test("whoever writes at that moment loses, and the database lets no name come back", async () => {
    const { id } = await desk.booked();
    await at(DUE);
    await world.owner.query("begin; select from appointment where id = $1 for update".replace("$1", `'${id}'`));
    const changing = desk.change(id, { lastName: "Παπαδάκη" }, 1);
    await expect.poll(() => waiting(world)).toBe(1);
    await world.owner.query(`select anonymize(${desk.office.id}, array['${id}']::uuid[], now()); commit`);
    expect([(await changing).status, (await changing).body.code]).toEqual([409, "appointment-anonymous"]);
    const naming = world.owner.query("update appointment set notes = 'ξανά' where id = $1", [id]);
    await expect(naming).rejects.toThrow(/appointment_anonymous_check/);
  });
});

describe("the work", () => {
  test("is shared by two processes, and done once", async () => {
    const offices = await Promise.all(Array.from({ length: 4 }, () => aBookingDesk(world)));
    for (const one of offices) await one.booked();
    await at(DUE);
    const done = await Promise.all([anonymizeAll(deps()), anonymizeAll(deps())]);
    const again = await anonymizeAll(deps());
    const { rows } = await world.owner.query(
      "select count(*)::int as left from appointment where office_id = any ($1) and anonymized_at is null",
      [offices.map(({ office }) => office.id)],
    );
    expect([rows[0].left, again.appointments, done[0].appointments + done[1].appointments]).toEqual([
      0,
      0,
      expect.any(Number),
    ]);
  });

  test("goes on in the other offices where one fails, which is told and left", async () => {
    const [failing, other] = [desk.office.id, await aBookingDesk(world)];
    await desk.booked();
    await other.booked();
    await world.owner.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
       create trigger planted before update on appointment for each row
         when (new.office_id = ${failing} and new.anonymized_at is not null) execute function fail()`,
    );
    await at(DUE);
    const told: unknown[] = [];
    const done = await anonymizeAll(deps(), { onFailure: (error, office) => told.push([String(error), office]) });
    await world.owner.query("drop trigger planted on appointment; drop function fail()");
    expect([done, told]).toEqual([{ appointments: 1, left: 1 }, [["error: planted", failing]]]);
    expect((await anonymizeAll(deps())).left).toBe(0);
  });

  test("goes part by part through what has gathered, and takes up where it was stopped", async () => {
    await world.owner.query(
      `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, created_at)
       select $1, gen_random_uuid(), 1, moment, moment + interval '5 minutes', 'served', moment, 'signature', 'Όνομα', '', moment
       from (select timestamptz '2026-01-01 08:00Z' + n * interval '1 hour' as moment from generate_series(1, 501) as n) as times`,
      [desk.office.id],
    );
    const stop = new AbortController();
    stop.abort();
    const stopped = anonymizeAll(deps(), { signal: stop.signal });
    expect((await stopped).left).toBeGreaterThan(0);
    await anonymizeAll(deps());
    const { rows } = await world.owner.query(
      "select count(*)::int as named, (select date::text from anonymized_until where office_id = $1) as reached from appointment where office_id = $1 and last_name <> ''",
      [desk.office.id],
    );
    expect(rows).toEqual([{ named: 0, reached: "2026-09-25" }]);
  });

  test("finds again what an undo brings back to a date long past", async () => {
    const { id } = await desk.booked("11:30");
    await desk.move(id, { date: "2027-03-01", time: "11:30", queue: 1 }, 1);
    await at(DUE);
    await anonymizeAll(deps());
    expect((await desk.act(id, "undo", { version: 2 })).body).toMatchObject({ date: "2026-11-24" });
    await anonymizeAll(deps());
    expect(await kept(id)).toMatchObject({ lastName: "", date: "2026-11-24" });
  });

  test("is nothing that the application could do to what is not due", async () => {
    const { id } = await desk.booked();
    const direct = world.database.db.write(
      { office: desk.office.id },
      (tx) => tx.sql`select anonymize(${desk.office.id}, ${[id]}::uuid[], ${NOW})`,
    );
    await expect(direct).rejects.toThrow(/permission denied/);
  });

  test("goes by the server's clock, whatever moment the application names, and by the office of its transaction", async () => {
    const { id } = await desk.booked();
    const other = await aBookingDesk(world);
    await at(LAST_MINUTE);
    const early = (of: number) =>
      world.database.db.write(
        { office: desk.office.id },
        (tx) => tx.sql`select anonymize_due(${of}, '2100-01-01', 100000) as done`,
      );
    expect(await early(desk.office.id)).toEqual([{ done: 0 }]);
    expect((await kept(id)).lastName).toBe("Παπαδοπούλου");
    await expect(early(other.office.id)).rejects.toThrow(/another office/);
  });

  test("stands in the office's audit: how many visits of which days, when, and that nobody did it", async () => {
    await desk.booked("11:30");
    await desk.booked("11:45");
    await at(DUE);
    await anonymizeAll(deps());
    const { rows } = await world.owner.query(
      "select employee_id, details, at = $2 as is_then from audit_entry where office_id = $1 and act = 'due-anonymized'",
      [desk.office.id, DUE],
    );
    expect(rows).toEqual([{ employee_id: null, details: { visits: 2, before: "2026-11-25" }, is_then: true }]);
  });
});

test("an office says how long it keeps what, to everybody who works there", async () => {
  const head = await aHead(world, desk.office);
  await desk.booked();
  await at("2027-01-23T10:00:00+02:00");
  const { body } = await head.ask("GET", `${desk.office.code}/retention`);
  expect(body).toEqual({ today: "2027-01-23", days: 60, anonymousBefore: "2026-11-24", tonight: 1 });
});

test("a day of visits goes with its own night, from one midnight to the next", async () => {
  desk = await aBookingDesk(world, { opens: 0, closes: 1440 });
  const visits: string[] = [];
  for (const [date, time] of [
    ["2026-11-25", "00:00"],
    ["2026-11-25", "23:45"],
    ["2026-11-26", "00:00"],
  ] as const)
    visits.push((await desk.book(wish(time, { date }))).body.id);
  const tonight = async () => (await desk.clerk.ask("GET", `${desk.office.code}/retention`)).body.tonight;
  const known = async () => (await Promise.all(visits.map(kept))).map(({ anonymizedAt }) => anonymizedAt === null);
  await at("2027-01-24T10:00:00+02:00");
  await anonymizeAll(deps());
  expect([await tonight(), await known()]).toEqual([2, [true, true, true]]);
  await world.owner.query("select anonymize($1, array[$2::uuid], $3)", [desk.office.id, visits[0], String(world.now)]);
  expect(await tonight(), "one has asked for it already").toBe(1);
  await at("2027-01-25T00:00:00+02:00");
  await anonymizeAll(deps());
  expect([await tonight(), await known()]).toEqual([1, [false, false, true]]);
});
