import type pg from "pg";
import { APP_ROLE } from "../../src/platform/database/migrate.ts";
import type { Finding } from "./finding.ts";

/** The conventions of the schema, asked of a migrated database. */
export async function schemaFindings(owner: pg.Client): Promise<Finding[]> {
  const { rows } = await owner.query<Finding>(CONVENTIONS, [APP_ROLE]);
  return rows;
}

const CONVENTIONS = `
  with tables as (
    select oid, relname, relrowsecurity, relforcerowsecurity, relowner from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
  ), of_office as (
    select tables.*, attnum from tables join pg_attribute on attrelid = tables.oid and attname = 'office_id' and not attisdropped
  ), app as (select * from pg_roles where rolname = $1
  ), definer as (select * from pg_proc where prosecdef)
  select relname as file, 'office_id is not first in its primary key' as message from of_office
    where not exists (select from pg_index where indrelid = of_office.oid and indisprimary and indkey[0] = attnum)
  union all
  select relname, 'the unique or exclusion constraint ' || conname || ' lacks office_id' from of_office
    join pg_constraint on conrelid = of_office.oid and contype in ('u', 'x') where not attnum = any (conkey)
  union all
  select relname, 'the unique index ' || indexrelid::regclass || ' lacks office_id' from of_office
    join pg_index on indrelid = of_office.oid and indisunique where not attnum = any (indkey)
  union all
  select relname, 'row-level security is not enabled' from of_office where not relrowsecurity
  union all
  select relname, 'row-level security is not forced on its owner' from of_office where not relforcerowsecurity
  union all
  select relname, 'it has no policy for the application' from of_office
    where not exists (select from pg_policy where polrelid = of_office.oid and polroles @> array[0::oid])
  union all
  select relname, 'it refers to ' || confrelid::regclass || ' without office_id' from of_office
    join pg_constraint on conrelid = of_office.oid and contype = 'f'
    where confrelid in (select oid from of_office) and not attnum = any (conkey)
  union all
  select relname, 'the application owns it' from pg_class join app on relowner = app.oid
  union all
  select relname, 'the application may empty or alter it' from tables, app
    where has_table_privilege(app.oid, tables.oid, 'truncate, trigger, references')
  union all
  select rolname, 'the application''s role is a superuser or passes by row-level security' from app
    where rolsuper or rolbypassrls
  union all
  select rolname, 'the application''s role may act as ' || roleid::regrole from app join pg_auth_members on member = app.oid
  union all
  select proname, 'it runs as its owner, but its search path is not pg_catalog, public, pg_temp' from definer
    where proconfig is null or not proconfig @> array['search_path=pg_catalog, public, pg_temp']
  union all
  select proname, 'it runs as ' || rolname || ', who may do more than it needs: call make_definer' from definer
    join pg_roles on pg_roles.oid = proowner
    where rolsuper or rolbypassrls or rolcreaterole or rolcanlogin
      or exists (select from pg_auth_members where member = proowner)
      or exists (select from pg_class where relowner = proowner)
      or has_schema_privilege(proowner, 'public', 'create')
  union all
  select proname, 'it runs as its owner for everybody: call make_definer' from definer
    where proacl is null or exists (select from aclexplode(proacl) where grantee = 0)
  union all
  select 'public', 'the application may make tables and functions in it' from app
    where has_schema_privilege(app.oid, 'public', 'create')
  order by 1, 2`;
