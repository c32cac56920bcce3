import { APP_ROLE } from "../../platform/database/migrate.ts";
import type { Check, Finding } from "./check.ts";

/** What the database itself must forbid, whatever the program does. */

const rowSecurity: Check = {
  name: "row-security",
  find: (tx) => tx.sql<Finding>`
    select relname as finding
    from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'office_id' and not attisdropped
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))
    order by 1`,
};

const exclusionConstraint: Check = {
  name: "exclusion-constraint",
  find: (tx) => tx.sql<Finding>`
    select 'appointment' as finding where not exists (
      select from pg_constraint join pg_index on indexrelid = conindid
      where conrelid = 'appointment'::regclass and contype = 'x' and convalidated and indisvalid
        and pg_get_constraintdef(pg_constraint.oid) =
          'EXCLUDE USING gist (office_id WITH =, queue WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (live)')`,
};

/** Such a role would pass by row security, or could take it away. */
const applicationRole: Check = {
  name: "application-role",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', rolname, case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
      case when rolcreaterole then 'createrole' end, case when owns then 'owner' end) as finding
    from pg_roles, lateral (select exists (
      select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and pg_has_role(pg_roles.oid, relowner, 'member')) as owns) as tables
    where rolname = ${APP_ROLE} and (rolsuper or rolbypassrls or rolcreaterole or owns)`,
};

export const schemaChecks: readonly Check[] = [rowSecurity, exclusionConstraint, applicationRole];
