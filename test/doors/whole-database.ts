import type pg from "pg";

/** All rows of tables as JSON, by table: what a hostile caller may have changed shows in nothing else. */
export type WholeDatabase = ReadonlyMap<string, ReadonlySet<string>>;

export interface ChangedRow {
  readonly table: string;
  /** A row that was changed is one that is gone and one that has come. */
  readonly is: "gone" | "come";
  // biome-ignore lint/suspicious/noExplicitAny: rows of every table
  readonly row: any;
}

export async function wholeDatabase(owner: pg.Client, tables: readonly string[]): Promise<WholeDatabase> {
  const each = tables.map((table) => `select '${table}' as name, to_jsonb(whole)::text as row from ${table} as whole`);
  const { rows } = await owner.query<{ name: string; row: string }>(each.join(" union all "));
  const byTable = Map.groupBy(rows, ({ name }) => name);
  return new Map(tables.map((table) => [table, new Set(byTable.get(table)?.map(({ row }) => row))]));
}

const TABLES = "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace";

export const allTables = (owner: pg.Client): Promise<string[]> => namesOf(owner, TABLES);

/** Those that functions with more rights than the application's write. */
export const tablesOfDefiner = (owner: pg.Client): Promise<string[]> =>
  namesOf(
    owner,
    `${TABLES} and (has_any_column_privilege('visits_definer', oid, 'insert, update')
      or has_table_privilege('visits_definer', oid, 'delete'))`,
  );

const namesOf = async (owner: pg.Client, sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

export function changes(before: WholeDatabase, after: WholeDatabase): ChangedRow[] {
  const found: ChangedRow[] = [];
  for (const [table, rows] of before) {
    const left = after.get(table) ?? new Set();
    for (const row of rows.difference(left)) found.push({ table, is: "gone", row: JSON.parse(row) });
    for (const row of left.difference(rows)) found.push({ table, is: "come", row: JSON.parse(row) });
  }
  return found;
}
