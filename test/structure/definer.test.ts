import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { APP_ROLE, migrate } from "../../src/platform/database/migrate.ts";
import { asOwner, emptyDatabase, freshDatabase } from "../database.ts";

const drops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0).reverse()) await drop();
});

async function asApplication(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: `-c role=${APP_ROLE}` });
  await client.connect();
  drops.push(() => client.end());
  return client;
}

test("a temporary view in a table's place does not run the application's code as somebody else", async () => {
  const database = await freshDatabase(1);
  drops.push(() => database.drop());
  const client = await asApplication(database.appUrl);
  await client.query(`
    create function pg_temp.evil() returns bigint language plpgsql as $$ begin
      perform set_config('visits.ran_as', current_user, false); return 1; end $$;
    create temporary view reference_key as select 1::smallint as round, pg_temp.evil() as key;
    grant select on reference_key to public`);
  expect((await client.query("select new_reference()")).rows[0].new_reference).toMatch(/^\d{9}$/);
  expect((await client.query("select current_setting('visits.ran_as', true) as ran_as")).rows).toEqual([
    { ran_as: null },
  ]);
});

/** Each as the program calls it. */
const CALLS = [
  "new_reference()",
  "settle_searches(now())",
  "open_session('x', 1, now(), now(), now())",
  "offices_with_words_missing()",
  "offices_with_mail(now())",
  "offices_without_message(array[1], array[gen_random_uuid()])",
  "count_forms_of_party('x', 'x', now())",
  "form_of_key('x')",
  "count_holds_of_person('x', null)",
  "domain_has_come('x')",
  "offices_with_earlier_places(now())",
  "is_wished_for(1, now())",
  "count_wishes()",
  "wishes_of_person(array['x'::bytea], null, null)",
  "wishers_for(1, now(), 1, 'morning', array['hours'], now(), 2)",
  "outbox_backlog(now())",
  "offices_to_remind(now())",
  "offices_giving_numbers()",
  "offices_with_evening_message()",
  "online_terms(1)",
  "offices_to_measure(now())",
  "promises_of_months(current_date, current_date)",
  "in_vain_offices(current_date, current_date)",
  "offices_with_own_minutes()",
  "offices_to_sweep(gen_random_uuid())",
  "sweep_progress(array[gen_random_uuid()])",
  "doubly_served(null, current_date)",
  "count_of_service('signature', now(), 0, 100)",
  "count_in_time(null, now(), now() + interval '1 day', now(), 0, 100)",
  "taken_by_day('Κρήτη', current_date, now())",
  "count_reopened(null, now(), now() + interval '1 day', now(), null, null, 0, 100)",
  "count_undecided(null, now(), now() + interval '1 day', null, 0, 100)",
  "first_free_days(current_date)",
  "offices_to_look_ahead(now())",
  "onboarding_of_offices()",
  "weeks_of_offices(current_date, current_date)",
  "weeks_of_nation(current_date, current_date)",
  "waits_of_offices(array[1], current_date, current_date)",
  "rule_acts_of_offices(array[1], array['hours-changed'], now(), now())",
  "count_appointments(now(), now())",
  "count_public_booking(null, null, null)",
  "employee_of_afm('123456783')",
  "own_afm()",
  "keep_employee('123456783', 'Δοκιμή', 'Δοκιμή')",
  "keep_directory_answer(true, now())",
  "forget_answers(now())",
  "count_missed_word('x', 'x')",
  "keep_missed_word('x', true)",
  "sounds_of_names(array['x'])",
  "missed_words()",
  "forget_missed()",
  "seal_audit(1)",
  "audit_ends()",
  "audit_waiting()",
  "anonymize_due(1, now(), 100)",
  "offices_to_anonymize(now())",
  "count_due(60, now(), 0, 100)",
  "offices_with_holds_over(now(), now())",
  "office_of_form('x')",
  "offices_open_to_citizens('signature', current_date)",
  "count_online_visits(array['x'::bytea], now())",
  "count_online_people(array['x'::bytea], '[]', now())",
  "link_of_token('x')",
  "screen_of_token('x')",
  "visit_of_line_key('x')",
  "visits_of_owner('x', now(), true, 0, 10)",
  "forget_line_keys()",
  "office_of_partner_visit(gen_random_uuid(), gen_random_uuid())",
  "partner_visit_of_key(gen_random_uuid(), 'x')",
  "take_webhooks(now(), 4, 40)",
  "replay_webhooks(gen_random_uuid(), now(), now(), now(), 100)",
  "forget_webhooks(now())",
  "webhooks_waiting()",
  "office_of_reference('482715306')",
];

async function aDatabaseOfAPlainOwner(): Promise<{ ownerUrl: string; adminUrl: string }> {
  const { url, drop } = await emptyDatabase();
  const plain = `plain_${randomUUID().replaceAll("-", "")}`;
  const name = new URL(url).pathname.slice(1);
  await asOwner(url, `create role ${plain} login password 'secret'; alter database ${name} owner to ${plain}`);
  drops.push(() => asOwner(new URL("/postgres", url).href, `drop role ${plain}`), drop);
  const ownerUrl = Object.assign(new URL(url), { username: plain, password: "secret" }).href;
  return { ownerUrl, adminUrl: url };
}

test("an owner who is no superuser is told what it lacks, then migrates", async () => {
  const { ownerUrl, adminUrl } = await aDatabaseOfAPlainOwner();
  const plain = new URL(ownerUrl).username;
  const refused = await migrate(ownerUrl).catch(({ message }) => message);
  const missing = /run "(grant visits_definer to "plain_\w+")"/.exec(refused)?.[1] ?? "";
  await asOwner(adminUrl, missing);
  expect((await migrate(ownerUrl)).length).toBeGreaterThan(17);
  const client = await asApplication(adminUrl);
  await client.query("set visits.office = 1");
  for (const call of CALLS) await client.query(`select * from ${call}`);
  await expect(client.query("create temporary table mine (id int)")).rejects.toThrow("permission denied");
  expect(
    await asOwner(
      ownerUrl,
      "select proname from pg_proc join pg_roles on proowner = pg_roles.oid where prosecdef and rolname = $1",
      [plain],
    ),
  ).toEqual([]);
});

test("every function that runs as its owner, but for what a table calls itself, is among those called above", async () => {
  const database = await freshDatabase(1);
  drops.push(() => database.drop());
  const rows = await asOwner<{ proname: string }>(
    database.ownerUrl,
    "select proname from pg_proc where prosecdef and prorettype <> 'trigger'::regtype",
  );
  expect(CALLS.map((call) => call.split("(")[0]).sort()).toEqual(rows.map(({ proname }) => proname).sort());
});
