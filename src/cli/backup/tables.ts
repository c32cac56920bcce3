import type pg from "pg";

/** What of the database a backup holds: every table, but for what belongs to a schema, to who is signed in, or to this minute. */
const LEFT_OUT = ["migration", "function_set", "session", "limit_count", "announcement"];

export interface BackupTable {
  readonly name: string;
  /** Without those that the database computes */
  readonly columns: readonly string[];
  /** About so many rows */
  readonly estimate: number;
  readonly isForced: boolean;
}

/** Those that others refer to come before them. */
export async function tablesOf(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows: tables } = await client.query<BackupTable & { references: string[] }>(
    `select relname::text as name, greatest(reltuples, 0)::float8 as estimate, relforcerowsecurity as "isForced",
      array(select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select other.relname::text from pg_constraint join pg_class as other on other.oid = confrelid
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as references
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> all ($1)
    order by relname`,
    [LEFT_OUT],
  );
  return inOrder(tables);
}

function inOrder(tables: readonly (BackupTable & { readonly references: readonly string[] })[]): BackupTable[] {
  const names = new Set(tables.map(({ name }) => name));
  const ordered: BackupTable[] = [];
  const done = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name, references }) => !done.has(name) && references.every((other) => done.has(other) || !names.has(other)),
    );
    if (ready.length === 0) throw new Error("Tables refer to each other in a ring: none can be filled first.");
    ordered.push(...ready);
    for (const { name } of ready) done.add(name);
  }
  return ordered;
}

export interface Sequence {
  readonly name: string;
  readonly value: number;
}

/** The last number that each has given; of those that have given none, nothing. */
export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select sequencename::text as name, last_value::float8 as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`,
  );
  return rows;
}
