import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { ONLINE, WISHED } from "../../../test/online-rows.ts";
import { KEPT, PLANTS } from "../../../test/planted.ts";
import { MEASURED } from "../../../test/planted-figures.ts";
import { OPEN_DATA_IN_ORDER } from "../../../test/planted-open-data.ts";
import { GIVEN_AT_ENTRANCE, SERVED_WITH_NUMBER } from "../../../test/planted-waiting.ts";
import { seedDemo } from "../../../trial/seed/seed-demo.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { readHandle } from "../../platform/database/sql.ts";
import type { Check } from "./check.ts";
import { CHECKS } from "./checks.ts";

/** Tuesday, 10:42 in Athens. */
const NOW = Temporal.Instant.from("2026-11-24T08:42:00Z");

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

test.each(PLANTS)("$kind: found when it is planted", async ({ check, sql, finding }) => {
  await client.query(sql);
  const findings = await found(check);
  expect(findings.length).toBeGreaterThan(0);
  for (const each of findings) expect(each).toMatch(finding);
});

test("somebody who was served with a number, and a day that was counted, are no findings", async () => {
  await client.query(SERVED_WITH_NUMBER + MEASURED);
  for (const check of CHECKS) expect([check.name, await check.find(readHandle(client), NOW)]).toEqual([check.name, []]);
});

test("somebody who waits with a number of the entrance is no finding", async () => {
  await client.query(GIVEN_AT_ENTRANCE);
  for (const check of CHECKS) expect([check.name, await check.find(readHandle(client), NOW)]).toEqual([check.name, []]);
});

test.each([
  ["whoever fills in, has booked online, or is offered an earlier place", ONLINE],
  ["whoever has no appointment, and is offered a place that became free", WISHED],
  ["a month that was published, one that has not ended, and one of an earlier key", OPEN_DATA_IN_ORDER],
])("%s is no finding", async (_, planted) => {
  await client.query(planted);
  for (const check of CHECKS) expect([check.name, await check.find(readHandle(client), NOW)]).toEqual([check.name, []]);
});

test("names that were erased of visits to come are not one person who comes too often", async () => {
  const nameless = PLANTS.find(({ kind }) => kind.startsWith("somebody without a name"))?.sql ?? "";
  await client.query(nameless);
  expect(await found("person-over-limit")).toHaveLength(1);
  await client.query(
    'insert into companion_erasure select office_id, id, version, 0, now() from appointment where companions @> \'[{"lastName": ""}]\'',
  );
  expect(await found("person-over-limit")).toEqual([]);
});

test("every check has a violation that it was shown to find, and no two are of one kind", () => {
  expect([...new Set(PLANTS.map(({ check }) => check))]).toEqual(CHECKS.map((check) => check.name));
  expect(new Set(PLANTS.map(({ kind }) => kind)).size).toBe(PLANTS.length);
});

test("what its head kept knowingly is no finding, also when her act archived the queue or she has left", async () => {
  const judged = async () => [
    ...(await found("inside-exception")),
    ...(await found("kept-without-act")),
    ...(await found("kept-by-no-head")),
    ...(await found("kept-then-closed")),
  ];
  await client.query(KEPT);
  expect(await judged()).toEqual([]);
  await client.query(`
    update queue set is_archived = true, is_default = false where office_id = (select id from office where code = '9901')
      and number = (select queue from appointment where kept_by is not null);
    update audit_entry set details = jsonb_build_object('changes', jsonb_build_array(jsonb_build_object('table', 'queue',
      'before', '{"is_archived": false}'::jsonb, 'after', jsonb_build_object('is_archived', true,
      'number', (select queue from appointment where kept_by is not null)))))`);
  expect(await judged()).toEqual([]);
  await client.query(`
    insert into audit_entry (office_id, id, at, employee_id, act, details)
      select office_id, gen_random_uuid(), at, employee_id, 'hours-changed', '{"changes": []}' from audit_entry;
    delete from membership`);
  expect(await judged()).toEqual([]);
});

test("a length is judged by the slots that the queue had when it was given", async () => {
  await client.query(`
    update queue set slot_minutes = 7;
    insert into audit_entry (office_id, id, at, act, details)
    select office_id, gen_random_uuid(), '2026-11-24T08:42:00Z', 'queue-changed', jsonb_build_object('changes', jsonb_build_array(
      jsonb_build_object('table', 'queue', 'before', jsonb_build_object('number', number, 'slot_minutes', 10),
        'after', jsonb_build_object('number', number, 'slot_minutes', 7)))) from queue`);
  expect(await found("length-off-slot")).toEqual([]);
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
