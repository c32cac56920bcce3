import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { readHandle } from "../../platform/database/sql.ts";
import { seedDemo } from "../../seed/seed-demo.ts";
import type { Check } from "./check.ts";
import { CHECKS } from "./checks.ts";

/** Tuesday, 10:42 in Athens. */
const NOW = Temporal.Instant.from("2026-11-24T08:42:00Z");
/** The first and the second appointment to come in office 9901, on different queues' grids or later in the same queue. */
const COMING = `(select appointment.ctid from appointment join office on office.id = office_id
  where code = '9901' and live and starts_at > '2026-11-24T08:42:00Z' order by starts_at, queue limit 1)`;

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  const owner = openOwner(database.ownerUrl);
  await seedDemo(owner.db, { now: NOW, staffOf: async () => [] });
  await owner.close();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.query("begin"));
afterEach(() => client.query("rollback"));

const found = async (name: string) => {
  const check = CHECKS.find((candidate) => candidate.name === name) as Check;
  return (await check.find(readHandle(client), NOW)).map((row) => row.finding);
};

test("a seeded database has no findings", async () => {
  for (const check of CHECKS) expect([check.name, await check.find(readHandle(client), NOW)]).toEqual([check.name, []]);
});

const plants: readonly (readonly [name: Check["name"], sql: string, finding: RegExp])[] = [
  [
    "overlapping-appointments",
    `do $$ begin execute (select format('alter table appointment drop constraint %I', conname) from pg_constraint
       where conrelid = 'appointment'::regclass and contype = 'x'); end $$;
     update appointment set ends_at = ends_at + interval '5 hours' where ctid = ${COMING}`,
    /^9901 \d 2026-11-24 .* after \d{9}$/,
  ],
  ["outside-hours", "delete from queue_hours where weekday = 3", /^990\d \d 2026-(11-25|12-02) /],
  [
    "inside-exception",
    `insert into exception (office_id, id, kind, starts_at, ends_at, reason, created_at)
     select id, gen_random_uuid(), 'closed', '2026-11-23T00:00:00Z', '2026-11-23T22:00:00Z', 'Απεργία', now() from office where code = '9903'`,
    /^9903 1 2026-11-23 /,
  ],
  [
    "inside-closure",
    `insert into closure (id, starts_at, ends_at, reason, created_at)
     values (gen_random_uuid(), '2026-11-25T00:00:00Z', '2026-11-25T22:00:00Z', 'Κλειστά', '2026-01-01T00:00:00Z')`,
    /^990\d \d 2026-11-25 /,
  ],
  ["on-holiday", "insert into holiday values ('2026-11-26', 'Τοπική', 'Local', 600)", /^990\d \d 2026-11-26 /],
  ["inactive-queue", "update queue set is_active = false where number = 3", /^990[12] 3 2026-/],
  [
    "off-grid",
    `update appointment set ends_at = ends_at - interval '3 minutes', starts_at = starts_at + interval '3 minutes' where ctid = ${COMING}`,
    /^9901 /,
  ],
  [
    "one-default-queue",
    "update queue set is_default = false where office_id = (select id from office where code = '9904')",
    /^9904 0$/,
  ],
  [
    "employee-in-two-queues",
    `with someone as (insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now()) returning id)
     update queue set employee_id = (select id from someone)
     where office_id = (select id from office where code = '9902') and number < 3`,
    /^9902 1 \/ 9902 2$/,
  ],
  [
    "hours-shorter-than-slot",
    "update queue set slot_minutes = 120 where number = 1 and office_id = (select id from office where code = '9902'); update queue_hours set closes_minute = opens_minute + 60 where weekday = 3",
    /^9902 1 weekday 3/,
  ],
  [
    "booked-event-missing",
    "delete from appointment_event where kind = 'booked' and appointment_id in (select id from appointment limit 1)",
    /^990\d /,
  ],
  ["version-not-last-event", `update appointment set version = version + 1 where ctid = ${COMING}`, / \d \/ \d$/],
  [
    "transfer-half",
    `update appointment set transferred_to = '9902' where ctid = ${COMING};
     update appointment_event set kind = 'transferred', changes = '{"office": ["9902", "9903"]}'
     where version = 1 and appointment_id = (select appointment.id from appointment join office on office.id = office_id where code = '9903' limit 1)`,
    /^990[13] /,
  ],
  ["wrong-check-digit", `update appointment set reference = '123456789' where ctid = ${COMING}`, /123456789$/],
  [
    "reference-twice",
    `update appointment set reference = (select min(reference) from appointment where office_id = (select id from office where code = '9902')) where ctid = ${COMING}`,
    /^\d{9} 9901, 9902$/,
  ],
  [
    "search-words-wrong",
    `delete from appointment_word where appointment_id in (select id from appointment limit 1);
     update appointment_word set word = 'lathos' where ctid = (select min(ctid) from appointment_word)`,
    /^990\d \d 2026-/,
  ],
  [
    "row-security",
    "alter table queue no force row level security; create table other (office_id int)",
    /^(other|queue)$/,
  ],
  [
    "exclusion-constraint",
    "do $$ begin execute (select format('alter table appointment drop constraint %I', conname) from pg_constraint where conrelid = 'appointment'::regclass and contype = 'x'); end $$",
    /^appointment$/,
  ],
  ["application-role", "alter role visits_app bypassrls", /^visits_app bypassrls$/],
];

test.each(plants)("%s is found when it is planted", async (name, sql, finding) => {
  await client.query(sql);
  const findings = await found(name);
  expect(findings.length).toBeGreaterThan(0);
  for (const each of findings) expect(each).toMatch(finding);
});

test("every check has a violation that it was shown to find", () => {
  expect(plants.map(([name]) => name)).toEqual(CHECKS.map((check) => check.name));
});

test("what an administrator kept is no finding, nor what stood there before the nation closed", async () => {
  await client.query(`delete from queue_hours;
    with head as (insert into employee (afm, last_name, first_name, synced_at) values ('123456783', 'Δοκιμή', 'Δοκιμή', now()) returning id)
    update appointment set kept_by = (select id from head)`);
  expect(await found("outside-hours")).toEqual([]);
  await client.query(`update appointment set kept_by = null; insert into closure (id, starts_at, ends_at, reason, created_at)
    values (gen_random_uuid(), '2026-11-25T00:00:00Z', '2026-11-25T22:00:00Z', 'Κλειστά', '2026-11-24T08:42:00Z')`);
  expect(await found("inside-closure")).toEqual([]);
});
