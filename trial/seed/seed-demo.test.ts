import { afterAll, beforeAll, expect, test } from "vitest";
import { importOffices } from "../../src/offices/import-offices.ts";
import { type OwnerDatabase, openOwner } from "../../src/platform/database/owner.ts";
import { normalizeAfm } from "../../src/platform/text/afm.ts";
import { normalizePhone } from "../../src/platform/text/phone.ts";
import { asOwner, type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { patiently } from "../../test/patience.ts";
import { seedDemo } from "./seed-demo.ts";

/** Tuesday, 10:42 in Athens. */
const now = Temporal.Instant.from("2026-11-24T08:42:00Z");
const nobody = { now, staffOf: async () => [] };

const open: (() => Promise<void>)[] = [];
const fresh = async (): Promise<FreshDatabase & { owner: OwnerDatabase }> => {
  const database = await freshDatabase();
  const owner = openOwner(database.ownerUrl);
  open.push(async () => {
    await owner.close();
    await database.drop();
  });
  return { ...database, owner };
};

let seeded: FreshDatabase & { owner: OwnerDatabase };
let took: number;
beforeAll(async () => {
  seeded = await fresh();
  await asOwner(
    seeded.ownerUrl,
    `insert into employee (afm, last_name, first_name, synced_at) select '00000000' || n, 'Επώνυμο', 'Όνομα', now() from generate_series(1, 3) as n`,
  );
  const staff = await asOwner<{ id: number }>(seeded.ownerUrl, "select id from employee order by id");
  const start = performance.now();
  await seedDemo(seeded.owner.db, {
    now,
    staffOf: async (code) =>
      code === "9901" ? staff.map(({ id }) => ({ employeeId: id, lastName: "Επώνυμο", firstName: "Όνομα" })) : [],
  });
  took = performance.now() - start;
});
afterAll(async () => {
  for (const close of open) await close();
});
const ask = (sql: string) => asOwner(seeded.ownerUrl, sql);

test("three offices have a lively week, the fourth is empty", async () => {
  const rows =
    await ask(`select office.code, count(distinct number)::int as queues, count(distinct number) filter (where is_active)::int as active,
      (select count(*)::int from appointment where office_id = office.id) as appointments
    from office join queue on queue.office_id = office.id group by office.id order by code`);
  expect(rows).toMatchObject([
    { code: "9901", queues: 5, active: 4 },
    { code: "9902", queues: 3, active: 3 },
    { code: "9903", queues: 2, active: 2 },
    { code: "9904", queues: 1, active: 1, appointments: 0 },
  ]);
  for (const row of rows.slice(0, 3)) expect(row.appointments).toBeGreaterThan(100);
  expect(took).toBeLessThan(patiently(10_000));
});

test("what is past is settled, what is now is under way, what is to come is booked", async () => {
  const statuses = async (where: string) =>
    (await ask(`select distinct status from appointment where ${where} order by 1`)).map((row) => row.status);
  expect(await statuses("ends_at < '2026-11-23T22:00:00Z'")).toEqual(["cancelled", "no-show", "served"]);
  expect(await statuses("starts_at >= '2026-11-24T22:00:00Z'")).toEqual(["booked", "cancelled"]);
  expect(await statuses("starts_at <= '2026-11-24T08:42:00Z' and ends_at > '2026-11-24T08:42:00Z'")).toContain(
    "in-service",
  );
});

test("citizens book in a public queue of two offices; in the third there is none, though all are open to them", async () => {
  const rows = await ask(`select code, number, is_open_to_citizens(office.id, region) as open, (
      select count(*)::int from appointment where office_id = office.id and queue = number and channel = 'online'
        and starts_at > '2026-11-24T22:00:00Z' and live) as coming
    from office join queue on queue.office_id = office.id and is_public order by code`);
  expect(rows.map(({ code, number, open }) => [code, number, open])).toEqual([
    ["9901", 4, true],
    ["9902", 3, true],
  ]);
  for (const { coming } of rows) expect(coming).toBeGreaterThan(10);
  const wrong = await ask(`select appointment.id from appointment join queue using (office_id)
    where queue.number = appointment.queue and channel = 'online' and (email is null or created_by is not null or not is_public)`);
  expect(wrong).toEqual([]);
});

test("a family of three and somebody with three papers are to come, each for as long as it takes", async () => {
  const rows = await ask(`select cardinality(more_services) as more, jsonb_array_length(companions) as along,
      extract(epoch from ends_at - starts_at)::int / 60 - (
        select sum(minutes)::int from services_of_visit(appointment) as done join service on service.code = done.code) as left
    from appointment join office on office.id = office_id
    where office.code = '9901' and status = 'booked' and (more_services <> '{}' or companions <> '[]')`);
  expect(rows).toContainEqual({ more: 0, along: 2, left: 0 });
  expect(rows).toContainEqual({ more: 2, along: 0, left: 0 });
});

test("two thirds of the hours are taken, give or take", async () => {
  const [row] = await ask(`select (
      select sum(extract(epoch from ends_at - starts_at)) from appointment join office on office.id = office_id
      where code = '9902' and queue = 2 and live and starts_at between '2026-11-22' and '2026-12-05'
    )::float / (10 * 7 * 3600) as share`);
  expect(row?.share).toBeGreaterThan(0.5);
  expect(row?.share).toBeLessThan(0.85);
});

test("history goes forward, ends at the appointment's status and never lies in the future", async () => {
  const wrong = await ask(`select appointment.id from appointment join (
      select appointment_id, array_agg(at order by version) as times, array_agg(at order by at, version) as sorted,
        (array_agg(changes -> 'status' ->> 1 order by version desc) filter (where changes -> 'status' is not null))[1] as status
      from appointment_event group by 1) as story on appointment_id = id
    where times <> sorted or coalesce(story.status, 'booked') <> appointment.status or times[cardinality(times)] > '2026-11-24T08:42:00Z'
      or created_at <> times[1] or created_at >= starts_at`);
  expect(wrong).toEqual([]);
});

test("people are invented: their telephones and mailboxes are nobody's, and valid", async () => {
  const rows = await ask("select phone, email, business_afm, business_name, party from appointment");
  for (const { phone, email, business_afm } of rows) {
    if (phone) expect(normalizePhone(phone)).toEqual({ e164: phone });
    if (email) expect(email).toMatch(/^[a-z]+\d+@example\.gr$/);
    if (business_afm) expect(normalizeAfm(business_afm)).toBe(business_afm);
  }
  expect(rows.filter((row) => row.party === "business").length).toBeGreaterThan(10);
});

test("queues get the directory's staff in order, who also appear in the history", async () => {
  const rows = await ask(
    "select number, employee_id from queue join office on office.id = office_id where code = '9901' order by 1",
  );
  expect(rows.map((row) => row.employee_id)).toEqual([1, 2, 3, null, null]);
  const [without] = await ask(`select count(*)::int as events from appointment_event as event
      join office on office.id = office_id join appointment using (office_id)
    where code = '9901' and appointment.id = appointment_id and employee_id is null
      and not (kind = 'booked' and channel = 'online')`);
  expect(without).toEqual({ events: 0 });
});

test("seeding again adds nothing, and two at once seed once", async () => {
  const before = await ask("select count(*)::int as n from appointment");
  expect(await seedDemo(seeded.owner.db, nobody)).toEqual({ offices: 0, appointments: 0 });
  expect(await ask("select count(*)::int as n from appointment")).toEqual(before);
  const { owner, ownerUrl } = await fresh();
  const other = openOwner(ownerUrl);
  const both = await Promise.all([seedDemo(owner.db, nobody), seedDemo(other.db, nobody)]);
  await other.close();
  expect(both.map((result) => result?.offices).sort()).toEqual([0, 4]);
});

test("beside real offices nothing is invented", async () => {
  const { owner, ownerUrl } = await fresh();
  await importOffices(owner.db, new TextEncoder().encode("code,name,municipality\n0101,ΚΕΠ Α,Δήμος Α\n"));
  expect(await seedDemo(owner.db, { ...nobody, offices: 3 })).toBeNull();
  expect(await asOwner(ownerUrl, "select code from office")).toEqual([{ code: "0101" }]);
});

test("more offices, more days, another fill; what exists stays", async () => {
  const seen: number[] = [];
  const more = await seedDemo(seeded.owner.db, {
    ...nobody,
    offices: 3,
    days: 40,
    fill: 1,
    onProgress: (done) => seen.push(done),
  });
  expect(more).toMatchObject({ offices: 3 });
  expect(more?.appointments).toBeGreaterThan(1_000);
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(await seedDemo(seeded.owner.db, { ...nobody, offices: 4, fill: 0 })).toEqual({ offices: 1, appointments: 0 });
});

test("the same seed gives the same appointments", async () => {
  const visits = async (url: string) =>
    asOwner(url, "select id, queue, starts_at, status, last_name from appointment where office_id <= 4 order by id");
  const twin = await fresh();
  await seedDemo(twin.owner.db, nobody);
  const third = await fresh();
  await seedDemo(third.owner.db, { ...nobody, seed: 2 });
  const fourth = await fresh();
  await seedDemo(fourth.owner.db, nobody);
  expect(await visits(twin.ownerUrl)).toEqual(await visits(fourth.ownerUrl));
  expect(await visits(third.ownerUrl)).not.toEqual(await visits(fourth.ownerUrl));
});
