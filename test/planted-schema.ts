import { type Plant, plant } from "./plant.ts";

export const withoutExclusion = `do $$ begin execute (select format('alter table appointment drop constraint %I', conname)
  from pg_constraint where conrelid = 'appointment'::regclass and contype = 'x'); end $$;`;

/** What stands in a database, and not in the data. */
export const SCHEMA: readonly Plant[] = [
  plant("row-security", "a table of offices without row security", "create table other (office_id int)", /^other$/),
  plant(
    "row-security",
    "row security that spares the owner",
    "alter table queue no force row level security",
    /^queue$/,
  ),
  plant(
    "open-policy",
    "a permissive policy",
    "create policy all_may on appointment using (true)",
    /^appointment all_may$/,
  ),
  plant(
    "open-policy",
    "a policy that lets the application write for others",
    "alter policy own_office on call with check (true)",
    /^call own_office$/,
  ),
  plant("exclusion-constraint", "no constraint against overlaps", withoutExclusion, /^appointment$/),
  plant(
    "application-role",
    "a role that passes row security by",
    "alter role visits_app bypassrls",
    /^visits_app bypassrls$/,
  ),
  plant(
    "application-grants",
    "the application may delete appointments",
    "grant delete on appointment to visits_app",
    /^appointment delete$/,
  ),
  plant(
    "application-grants",
    "everybody may change the audit",
    "grant update (details) on audit_entry to public",
    /^audit_entry update$/,
  ),
  plant(
    "application-grants",
    "the application may make anybody the ministry's",
    "grant update (is_ministry) on employee to visits_app",
    /^employee update$/,
  ),
  plant(
    "application-grants",
    "the application may read tax numbers",
    "grant select on employee to public",
    /^employee.afm select$/,
  ),
  plant(
    "application-grants",
    "the application may make tables",
    "grant create on schema public to visits_app",
    /^public create$/,
  ),
  plant(
    "other-release",
    "a migration of another release",
    "insert into migration (name, sha256) values ('9999_planted.sql', '')",
    /^9999_planted.sql$/,
  ),
  plant(
    "other-release",
    "a migration that was changed",
    "update migration set sha256 = '' where name = '0001_foundation.sql'",
    /^0001_foundation.sql$/,
  ),
  plant(
    "missing-of-release",
    "the notices' trigger dropped",
    "drop trigger follow on appointment_event",
    /^appointment_event: create trigger follow /,
  ),
  plant(
    "not-of-release",
    "a function replaced",
    "create or replace function current_office() returns integer language sql stable parallel safe as 'select 1'",
    /^create function current_office\(\)$/,
  ),
];
