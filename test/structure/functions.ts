import type pg from "pg";
import type { Finding } from "./finding.ts";

/**
 * Functions stand in db/functions, one a file, and are replaced whenever they change. Only those on which a table stands
 * (a policy, a default, a constraint, an index), or which these call, stay in migrations: rows that are there already would
 * not be judged or made anew. So do procedures, which migrations call.
 */
export async function functionFindings(owner: pg.Client, files: readonly string[]): Promise<Finding[]> {
  const named = files.map((file) => file.replace(/\.sql$/, ""));
  const { rows } = await owner.query<Finding>(WRONG_PLACES, [named]);
  return rows;
}

const WRONG_PLACES = `
  with recursive own as (
    select pg_proc.oid, proname, prokind, prosrc,
      concat(nullif(nspname, 'public') || '.', proname) as name
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname in ('public', 'visits_check')
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  ), ground as (
    select own.* from own where oid in (select refobjid from pg_depend where refclassid = 'pg_proc'::regclass
      and classid in ('pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_policy'::regclass, 'pg_class'::regclass,
        'pg_trigger'::regclass))
    union
    select own.* from own join ground on ground.prosrc ~ ('\\m' || own.proname || '\\s*\\(')
  )
  select name || '.sql' as file, 'a table stands on it: it belongs into a migration' as message
    from ground where name = any ($1)
  union all
  select name || '.sql', 'the file is missing, or a migration is to drop the function' from own
    where prokind <> 'p' and name <> all ($1) and oid not in (select oid from ground)
  union all
  select name || '.sql', 'it makes no function of its name' from unnest($1::text[]) as name
    where name not in (select name from own)
  order by 1`;
