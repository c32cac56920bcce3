import type pg from "pg";
import { PERSON } from "./two-offices.ts";

/** What must be refused, or find nothing. */
export interface HostileStatement {
  readonly sql: string;
  readonly values?: readonly unknown[];
  /** Whose transaction it says that it is */
  readonly office: number;
}

interface Offices {
  readonly own: number;
  readonly other: number;
}

interface Table {
  readonly name: string;
  /** Those that are not generated, the office's own among them where it has one */
  readonly columns: readonly string[];
}

export async function hostileStatements(owner: pg.Client, offices: Offices): Promise<HostileStatement[]> {
  const { rows: tables } = await owner.query<Table>(`
    select relname as name, array_agg(attname::text order by attnum) as columns from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and attgenerated = ''
    group by 1 order by 1`);
  const ofOffices = tables.filter(({ columns }) => columns.includes("office_id"));
  const across: HostileStatement[] = [];
  for (const table of ofOffices) across.push(...(await againstOther(owner, table, offices)));
  const of = (office: number) => (sql: string) => ({ sql, office });
  return [
    ...tables.flatMap(({ name }) => againstTable(name)).map(of(offices.own)),
    ...across,
    ...[...LASTING, ...WRITTEN_ONCE].map((name) => `delete from ${name}`).map(of(offices.other)),
    ...WRITTEN_ONCE.map(
      (name) => `update ${name} set ${name === "audit_head" ? "day = day" : "office_id = office_id"}`,
    ).map(of(offices.other)),
    ...["office_id = 1", "reference = '000000000'", "created_at = now()", "created_by = 1", ANONYMOUS]
      .map((set) => `update appointment set ${set}`)
      .map(of(offices.other)),
    ...AT_LARGE.map(of(offices.own)),
  ];
}

const ANONYMOUS = "anonymized_at = now(), last_name = '', first_name = '', phone = null, email = null, notes = null";

/** Never deleted, whichever office is set. */
const LASTING = [
  "appointment",
  "mail",
  "ticket",
  "earlier_offer",
  "idempotency_key",
  "search_under_way",
  "webhook_event",
  "queue",
  "office",
  "employee",
  "service",
  "partner",
];
const WRITTEN_ONCE = [
  "audit_entry",
  "audit_subject",
  "audit_unsealed",
  "audit_seal",
  "audit_head",
  "appointment_event",
  "ticket_event",
  "erasure",
  "partner_visit",
];

const againstTable = (name: string): string[] => [
  `truncate ${name} cascade`,
  `drop table ${name} cascade`,
  `alter table ${name} disable row level security`,
  `alter table ${name} no force row level security`,
  `alter table ${name} disable trigger all`,
  `alter table ${name} owner to current_user`,
  `create policy mine on ${name} using (true)`,
  `create trigger mine after insert on ${name} for each row execute function suppress_redundant_updates_trigger()`,
  `create rule mine as on insert to ${name} do instead nothing`,
  `create index on ${name} ((1))`,
  `copy ${name} to program 'cat'`,
  `copy ${name} to '/tmp/mine'`,
];

/** From the office that is set, at another one's rows. */
async function againstOther(
  owner: pg.Client,
  { name, columns }: Table,
  { own, other }: Offices,
): Promise<HostileStatement[]> {
  const named = columns.join(", ");
  const { rows } = await owner.query(
    `select to_jsonb(whole) as row from ${name} as whole where office_id = ${other} limit 1`,
  );
  const row = rows[0]?.row ?? { office_id: other };
  return [
    { sql: `select from ${name} where office_id = ${other}` },
    { sql: `select from ${name} where office_id <> ${own}` },
    { sql: `update ${name} set office_id = ${own} where office_id = ${other}` },
    { sql: `delete from ${name} where office_id = ${other}` },
    { sql: `update ${name} set office_id = ${other}` },
    {
      sql: `insert into ${name} (${named}) select ${named} from jsonb_populate_record(null::${name}, $1)`,
      values: [row],
    },
  ].map((statement) => ({ ...statement, office: own }));
}

/** Ways past the tables: other roles, code of one's own, files of the server, what is kept from the application. */
const AT_LARGE = [
  ...["visits_definer", "owner", "pg_read_all_data"].map((role) => `set role ${role}`),
  "set session authorization visits_definer",
  "set session_replication_role = replica",
  "set row_security = off; select from appointment",
  "reset role; select from audit_entry where office_id <> current_office()",
  "alter role visits_definer login",
  "alter role visits_app superuser",
  "grant visits_definer to current_user",
  "create role mine",
  "create schema mine",
  "create table mine (id integer)",
  "create temporary table mine (id integer)",
  "create view mine as select 1",
  "create extension if not exists dblink",
  "create event trigger mine on ddl_command_start execute function suppress_redundant_updates_trigger()",
  "create publication mine for all tables",
  "create function mine() returns void language sql as 'select'",
  "create function pg_temp.mine() returns void language sql as 'select'",
  "create or replace function server_clock() returns timestamptz language sql as $$ select timestamptz '2100-01-01' $$",
  "create or replace function current_office() returns integer language sql as $$ select 1 $$",
  "alter function server_clock() owner to current_user",
  "alter function anonymize_due(integer, timestamptz, integer) security invoker",
  "alter function seal_audit(integer) set search_path = pg_temp",
  "drop function follow_audit_entry() cascade",
  "drop policy own_office on appointment",
  "call make_definer('server_clock()')",
  "call keep_to_office('office')",
  "do $$ begin execute 'create function mine() returns void language sql as ''select'''; end $$",
  "do $$ begin perform anonymize(office_id, array_agg(id), now()) from appointment group by office_id; end $$",
  "select forget_companions(office_id, id, array[0, 1, 2], '{}', now(), id) from appointment",
  "alter database postgres set row_security = off",
  "load 'auto_explain'",
  ...[
    "pg_read_file('PG_VERSION')",
    "pg_read_binary_file('PG_VERSION')",
    "pg_ls_dir('.')",
    "pg_stat_file('PG_VERSION')",
  ].map((call) => `select ${call}`),
  "copy (select 1) to program 'id'",
  "copy (select 1) to '/tmp/mine'",
  "select lo_import('/etc/passwd')",
  "select lo_export(1, '/tmp/mine')",
  "select pg_reload_conf()",
  "select setval('reference_number', 1)",
  "select nextval('reference_number')",
  "select key from reference_key",
  "select afm from employee",
  "update employee set is_ministry = true",
  "insert into employee (afm, last_name, first_name, synced_at) values ('111111111', '', '', now())",
  "select rolpassword from pg_authid",
  "select from visits_check.appointment",
  `select from pg_stats where most_common_vals::text ~ '${PERSON}' or histogram_bounds::text ~ '${PERSON}'`,
  `select from pg_stat_activity where query ~ '${PERSON}' and usename <> session_user`,
  "update retention set days = 0",
  "delete from retention",
  "insert into migration (name, sha256) values ('mine', '')",
  "update function_set set sha256 = ''",
  "insert into erasure select office_id, id, now() from appointment",
  "select follow_audit_entry()",
];
