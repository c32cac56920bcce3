import { fileURLToPath } from "node:url";
import type pg from "pg";
import { FUNCTIONS } from "../src/platform/database/functions.ts";
import { sqlFiles } from "../src/platform/database/sql-files.ts";

export const PRESENT_SCHEMA = fileURLToPath(new URL("../db/schema.sql", import.meta.url));

/** The schema of a migrated database as one reads it: each table with all that belongs to it, in the order in which they came. */
export async function presentSchema(owner: pg.Client): Promise<string> {
  const ask: Ask = async (query, values = []) =>
    (await owner.query<{ text: string }>(query, values)).rows.map(({ text }) => plain(text));
  const inFiles = (await sqlFiles(FUNCTIONS)).map(({ name }) => name.replace(/\.sql$/, ""));
  const parts = [[HEAD], await ask(EXTENSIONS), await ask(SEQUENCES)];
  for (const table of await ask(TABLES)) parts.push(await tableText(ask, table));
  for (const text of [...(await ask(VIEWS)), ...(await ask(FUNCTIONS_OF_MIGRATIONS, [inFiles]))]) parts.push([text]);
  const listed = (await ask(FUNCTIONS_OF_FILES, [inFiles])).map((text) => `-- ${text}`);
  parts.push(["-- In db/functions, each in the file of its name:", ...listed]);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const HEAD =
  "-- Written by `npm run schema` from what db/migrations and db/functions make. To change it, write a migration.";

type Ask = (query: string, values?: unknown[]) => Promise<string[]>;

async function tableText(ask: Ask, table: string): Promise<string[]> {
  const columns = (await ask(COLUMNS, [table])).map(withoutComment);
  const constraints = (await ask(CONSTRAINTS, [table])).map((text) => ({ text, comment: "" }));
  const members = [...columns, ...constraints].map(({ text, comment }, at, { length }) => {
    return `  ${text}${at + 1 < length ? "," : ""}${comment}`;
  });
  const lines = [...(await ask(COMMENT_OF_TABLE, [table])), `create table ${table} (`, ...members, ");"];
  for (const query of [INDEXES, SECURITY, POLICIES, TRIGGERS, GRANTS]) lines.push(...(await ask(query, [table])));
  return lines;
}

/** A column's comment stands behind its comma. */
function withoutComment(column: string): { text: string; comment: string } {
  const [text = "", comment] = column.split("\t");
  return { text, comment: comment ? `  -- ${comment}` : "" };
}

/** As we write it: words of SQL small, nothing said that goes without saying. Texts, bodies and comments stay. */
const plain = (text: string): string =>
  text
    .split(/('(?:[^']|'')*'(?:::text)?|"[^"]*"|\$(?:function|procedure)\$[\s\S]*\$|--.*|\t.*)/)
    .map((piece, at) => (at % 2 ? piece.replace(/(?<=')::text$/, "") : shorter(piece.toLowerCase())))
    .join("");

const shorter = (sql: string): string =>
  sql
    .replaceAll(/\bpublic\./g, "")
    .replaceAll(" using btree", "")
    .replaceAll("timestamp with time zone", "timestamptz")
    .replaceAll("timestamp without time zone", "timestamp")
    .replaceAll("create or replace", "create");

const OWN = "nspname in ('public', 'visits_check')";
const NOT_OF_EXTENSION = (oid: string) => `not exists (select from pg_depend where objid = ${oid} and deptype = 'e')`;
/** The owner's name differs from one database to the next. */
const ROLE = (oid: string, owner: string) =>
  `case ${oid} when 0 then 'public' when ${owner} then 'current_user' else ${oid}::regrole::text end`;
const BRACKETED = (expression: string) => `regexp_replace(pg_get_expr(${expression}, polrelid), '^([^(].*)$', '(\\1)')`;

const EXTENSIONS = `
  select 'create extension ' || extname || ';' as text from pg_extension where extname <> 'plpgsql'
  union all
  select 'create schema ' || nspname || ';' from pg_namespace where nspname = 'visits_check'
  union all
  (select 'grant usage on schema ' || string_agg(nspname, ', ' order by nspname) || ' to ' || grantee::regrole || ';'
  from pg_namespace, aclexplode(nspacl) where ${OWN} and grantee <> 0 and grantee <> nspowner and privilege_type = 'USAGE'
  group by grantee order by grantee::regrole::text)`;

const SEQUENCES = `
  select concat('create sequence ', relname, ' as ', format_type(seqtypid, null), ' minvalue ', seqmin, ' maxvalue ',
    seqmax, case when seqcycle then ' cycle' end, ';') as text
  from pg_sequence join pg_class on pg_class.oid = seqrelid
  where not exists (select from pg_depend where objid = seqrelid and deptype = 'i')
  union all
  select 'grant ' || privilege_type || ' on sequence ' || relname || ' to ' || grantee::regrole || ';'
  from pg_class, aclexplode(relacl) where relkind = 'S' and grantee <> relowner order by 1`;

const TABLES = `
  select relname as text from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and ${OWN} order by pg_class.oid`;

const COMMENT_OF_TABLE = `
  select '-- ' || description as text from pg_description
  where objoid = $1::regclass and classoid = 'pg_class'::regclass and objsubid = 0`;

const COLUMNS = `
  select concat(quote_ident(attname), ' ', format_type(atttypid, atttypmod),
    case when attcollation <> typcollation then ' collate ' || attcollation::regcollation end,
    case when attnotnull then ' not null' end,
    case attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity' end,
    case when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
      else ' default ' || pg_get_expr(adbin, adrelid) end,
    E'\\t' || col_description(attrelid, attnum)) as text
  from pg_attribute join pg_type on pg_type.oid = atttypid left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`;

const CONSTRAINTS = `
  select concat('constraint ', conname, ' ', pg_get_constraintdef(oid, true)) as text from pg_constraint
  where conrelid = $1::regclass and contype in ('p', 'u', 'x', 'c', 'f')
  order by array_position(array['p', 'u', 'x', 'c', 'f']::"char"[], contype), conname`;

const INDEXES = `
  select pg_get_indexdef(indexrelid) || ';' as text from pg_index
  where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
  order by indexrelid::regclass::text`;

const SECURITY = `
  select concat('alter table ', $1::regclass, ' enable row level security',
    case when relforcerowsecurity then ', force row level security' end, ';') as text
  from pg_class where oid = $1::regclass and relrowsecurity`;

const POLICIES = `
  select concat('create policy ', polname, ' on ', $1::regclass, case when not polpermissive then ' as restrictive' end,
    case polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' end,
    ' to ' || (select string_agg(${ROLE("role", "relowner")}, ', ') from unnest(polroles) as role),
    ' using ' || ${BRACKETED("polqual")}, ' with check ' || ${BRACKETED("polwithcheck")}, ';') as text
  from pg_policy join pg_class on pg_class.oid = polrelid where polrelid = $1::regclass order by polname`;

const TRIGGERS = `
  select pg_get_triggerdef(oid) || ';' as text from pg_trigger where tgrelid = $1::regclass and not tgisinternal order by tgname`;

const GRANTS = `
  with granted as (
    select grantee, privilege_type, null as columns from pg_class, aclexplode(relacl)
    where oid = $1::regclass and grantee <> relowner
    union all
    select grantee, privilege_type, string_agg(attname, ', ' order by attnum) from pg_attribute, aclexplode(attacl)
    where attrelid = $1::regclass group by 1, 2
  )
  select concat('grant ', string_agg(concat(privilege_type, ' (' || columns || ')'), ', ' order by privilege_type), ' on ',
    $1::regclass, ' to ', grantee::regrole, ';') as text
  from granted group by grantee order by grantee::regrole::text`;

const VIEWS = `
  select concat('create view ', pg_class.oid::regclass, E' as\\n', pg_get_viewdef(pg_class.oid, true)) as text
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relkind = 'v' and ${OWN} order by relname`;

const FUNCTION = `
  from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    cross join lateral concat(nullif(nspname, 'public') || '.', proname) as name
    cross join lateral (select coalesce(string_agg(${ROLE("grantee", "proowner")}, ', ' order by grantee), '') as callers
      from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee <> proowner) as rights
  where ${OWN} and ${NOT_OF_EXTENSION("pg_proc.oid")}`;

const FUNCTIONS_OF_MIGRATIONS = `
  select concat('-- Called by ', coalesce(nullif(callers, ''), 'the owner'), case when prosecdef then ', as ' || proowner::regrole end,
    E'\\n', rtrim(pg_get_functiondef(pg_proc.oid), E'\\n'), ';') as text ${FUNCTION} and name <> all ($1) order by name`;

const FUNCTIONS_OF_FILES = `
  select concat(name, '(', oidvectortypes(proargtypes), '), called by ', callers,
    case when prosecdef then ', as ' || proowner::regrole end) as text ${FUNCTION} and name = any ($1) order by name`;
