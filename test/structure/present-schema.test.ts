import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { compareSchemas } from "../../src/cli/checks/schema/compare-schemas.ts";
import { presentSchema, RELEASE_SCHEMA } from "../../src/cli/checks/schema/present-schema.ts";
import { readHandle } from "../../src/platform/database/sql.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase(1);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(() => owner.query("begin"));
afterEach(() => owner.query("rollback"));

const written = () => readFile(RELEASE_SCHEMA, "utf8");
const present = () => presentSchema(readHandle(owner));

test("db/schema.sql is what the migrations and functions make, of every version of PostgreSQL", async () => {
  expect(await present(), "db/schema.sql is behind: npm run schema").toBe(await written());
  await owner.query("alter table queue add planted int check (planted > 0); grant select on queue to public");
  const changed = await present();
  expect(changed).toContain("  planted integer,\n");
  expect(changed).toContain("constraint queue_planted_check check (planted > 0)");
});

const REPLACED = `create or replace function current_office() returns integer language sql stable parallel safe as 'select 1'`;

/** What somebody with the owner's password could do by hand, and how it is named. */
test.each<[what: string, sql: string, missing: RegExp[], added: RegExp[]]>([
  ["a function", REPLACED, [/^create function current_office\(\)$/], [/^create function current_office\(\)$/]],
  [
    "a function in a file",
    "create or replace function minute_of(moment timestamptz) returns integer language sql immutable as 'select 0'",
    [/^-- minute_of\(timestamp.*\), called by public, [0-9a-f]{16}$/],
    [/^-- minute_of\(timestamp.*\), called by public, [0-9a-f]{16}$/],
  ],
  [
    "whose rights a function has",
    "alter function sweep_progress(uuid[]) security invoker",
    [/^-- sweep_progress.*, as visits_definer/],
    [/^-- sweep_progress.*, owned by visits_definer/],
  ],
  [
    "a function more",
    "create function planted() returns int language sql as 'select 1'",
    [],
    [/^create function planted\(\)$/],
  ],
  [
    "a function of the same name",
    "create schema planted; grant usage on schema planted to visits_app; create function planted.current_office() returns int language sql as 'select 1'",
    [],
    [/^grant usage on schema planted to visits_app;$/],
  ],
  [
    "an aggregate",
    "create aggregate planted (int) (sfunc = int4pl, stype = int)",
    [],
    [/^create aggregate planted\(integer\);$/],
  ],
  ["a trigger", "drop trigger follow on appointment_event", [/^appointment_event: create trigger follow /], []],
  [
    "a trigger asleep",
    "alter table audit_entry disable trigger follow",
    [/^audit_entry: create trigger follow .*;$/],
    [/^audit_entry: create trigger follow .*-- disabled$/],
  ],
  [
    "references asleep",
    "alter table mail disable trigger all",
    [],
    [/^mail: trigger of constraint mail_\w+; -- disabled$/],
  ],
  [
    "a policy",
    "alter policy own_office on call using (true)",
    [/^call: create policy own_office /],
    [/^call: create policy own_office .* using \(true\)/],
  ],
  [
    "row security",
    "alter table queue no force row level security",
    [/^queue: alter table queue .*force/],
    [/^queue: alter table queue enable row level security;$/],
  ],
  [
    "a constraint",
    "alter table office drop constraint office_lead_minutes_check",
    [/^office: constraint office_lead_minutes_check /],
    [],
  ],
  ["an index", "drop index appointment_by_time", [/^appointment: create index appointment_by_time /], []],
  ["an index more", "create index planted on queue (name)", [], [/^queue: create index planted /]],
  ["a column", "alter table queue alter name drop not null", [/^queue: name text not null$/], [/^queue: name text$/]],
  [
    "a default",
    "alter table queue alter is_public set default true",
    [/^queue: is_public .* default false$/],
    [/^queue: is_public .* default true$/],
  ],
  [
    "a grant",
    "grant delete on appointment to visits_app",
    [/^appointment: grant insert, select, update \(.*\) on /],
    [/^appointment: grant delete, insert, select, update \(.*\) on /],
  ],
  ["a grant to everybody", "grant select on session to public", [], [/^session: grant select on session to public;$/]],
  [
    "a grant of a column",
    "grant select (afm) on employee to visits_app",
    [/^employee: grant select \(id/],
    [/^employee: grant select \(id, afm/],
  ],
  [
    "a right to make things",
    "grant create on schema public to visits_app",
    [],
    [/^grant create on schema public to visits_app;$/],
  ],
  [
    "a right to come",
    "alter default privileges grant select on tables to visits_app",
    [],
    [/^alter default privileges for current_user grant select to visits_app;$/],
  ],
  [
    "a rule",
    "create rule planted as on insert to audit_entry do instead nothing",
    [],
    [/^audit_entry: create rule planted /],
  ],
  [
    "a table",
    "create table planted (office_id int)",
    [],
    [/^planted: create table planted \($/, /^planted: office_id integer$/, /^planted: \);$/],
  ],
  ["a table that is read with another", "create table planted () inherits (queue)", [], [/^planted: /]],
  ["a view", "create view planted as select 1 as one", [], [/^create view planted as$/]],
  [
    "a view's rights",
    "alter view visits_check.minutes reset (security_invoker)",
    [/^create view visits_check.minutes with/],
    [/^create view visits_check.minutes as$/],
  ],
  ["a type", "create domain planted as int", [], [/^create type planted;$/]],
  [
    "where names are looked for",
    "alter role visits_app set search_path = planted",
    [],
    [/^alter role visits_app set search_path=planted;$/],
  ],
  [
    "whose a table is",
    "grant create on schema public to visits_app; alter table call owner to visits_app; revoke create on schema public from visits_app",
    [/^call: /],
    [/^call: /],
  ],
])("%s that was changed by hand is named", async (_, sql, missing, added) => {
  await owner.query(sql);
  const found = compareSchemas(await written(), await present());
  for (const [names, expected] of [
    [found.missing, missing],
    [found.added, added],
  ] as const) {
    for (const pattern of expected)
      expect(
        names.some((name) => pattern.test(name)),
        names.join("\n"),
      ).toBe(true);
    for (const name of names)
      expect(
        expected.some((pattern) => pattern.test(name)),
        name,
      ).toBe(true);
  }
});
