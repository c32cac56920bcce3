import { APP_ROLE } from "../../platform/database/migrate.ts";
import type { Check, Finding } from "./check.ts";

/** What the database itself must forbid, whatever the program does. */

const rowSecurity: Check = {
  name: "row-security",
  remedy: "by-hand",
  find: (tx) => tx.sql<Finding>`
    select relname as finding
    from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'office_id' and not attisdropped
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))
    order by 1`,
};

/** Policies are added up: a single one that asks for less opens the table to every office. */
const openPolicy: Check = {
  name: "open-policy",
  remedy: "by-hand",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', relname, polname) as finding
    from pg_policy join pg_class on pg_class.oid = polrelid
      cross join lateral unnest(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)]) as asked
    where relnamespace = 'public'::regnamespace and polpermissive and asked <> '(office_id = current_office())'
      and not (relname = 'membership' and asked = '(employee_id = current_employee())')
      and exists (select from unnest(polroles) as role
        where role = 0 or pg_has_role(${APP_ROLE}, role, 'member'))
    group by 1 order by 1`,
};

const exclusionConstraint: Check = {
  name: "exclusion-constraint",
  remedy: "by-hand",
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
  remedy: "by-hand",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', rolname, case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
      case when rolcreaterole then 'createrole' end, case when owns then 'owner' end) as finding
    from pg_roles, lateral (select exists (
      select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and pg_has_role(pg_roles.oid, relowner, 'member')) as owns) as tables
    where rolname = ${APP_ROLE} and (rolsuper or rolbypassrls or rolcreaterole or owns)`,
};

/** What nobody may do by way of the application, or with its password. */
const applicationGrants: Check = {
  name: "application-grants",
  remedy: "by-hand",
  find: (tx) => tx.sql<Finding>`
    with denied (relation, privilege) as (
      select relation, unnest(privileges) from (values
        ('appointment', array['delete']), ('appointment_event', array['update', 'delete']),
        ('audit_entry', array['update', 'delete']), ('audit_head', array['update', 'delete']),
        ('audit_subject', array['insert', 'update', 'delete']), ('audit_seal', array['insert', 'update', 'delete']),
        ('audit_unsealed', array['insert', 'update', 'delete']), ('directory_call', array['select', 'update', 'delete']),
        ('employee', array['insert', 'update', 'delete']),
        ('membership', array['update']), ('office', array['delete']), ('queue', array['delete']),
        ('reference_key', array['select', 'insert', 'update', 'delete'])) as kept (relation, privileges)
      union all
      select relname, privilege from pg_class cross join unnest(array['truncate', 'trigger', 'references']) as privilege
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    )
    select concat_ws(' ', relation, privilege) as finding from denied
    where has_table_privilege(${APP_ROLE}, 'public.' || quote_ident(relation), privilege)
      or case when privilege in ('select', 'insert', 'update', 'references')
        then has_any_column_privilege(${APP_ROLE}, 'public.' || quote_ident(relation), privilege) end
    union all
    select 'employee.afm select' where has_column_privilege(${APP_ROLE}, 'public.employee', 'afm', 'select')
    union all
    select 'public create' where has_schema_privilege(${APP_ROLE}, 'public', 'create')
    order by 1`,
};

export const schemaChecks: readonly Check[] = [
  rowSecurity,
  openPolicy,
  exclusionConstraint,
  applicationRole,
  applicationGrants,
];
