import { join } from "node:path";
import pg from "pg";
import { copyOut } from "../../platform/database/copy-stream.ts";
import type { Clock } from "../../platform/time.ts";
import { type BackupPart, fileOf, type Manifest } from "./manifest.ts";
import { writePart } from "./part-file.ts";
import { type BackupTable, sequencesOf, tablesOf } from "./tables.ts";

interface Taking {
  readonly folder: string;
  readonly clock: Clock;
  /** About how many of how many */
  onRows(done: number, total: number): void;
}

/**
 * Writes every table as it stands at one moment, while others go on working. What had been answered before that moment
 * is in it.
 * @throws Error when the schema changes just then
 */
export async function takeBackup(client: pg.Client, { folder, clock, onRows }: Taking): Promise<Manifest> {
  const expected = await tablesOf(client);
  await client.query("begin isolation level repeatable read read only");
  // Before the picture is taken: what a migration rewrites meanwhile would look empty in it.
  await client.query(
    `lock table ${expected.map(({ name }) => pg.escapeIdentifier(name)).join(", ")} in access share mode`,
  );
  const at = clock();
  const tables = await tablesOf(client);
  if (shapeOf(tables) !== shapeOf(expected)) throw new Error("The tables were being changed just now: try again.");
  const state = await stateOf(client);
  const total = tables.reduce((sum, { estimate }) => sum + estimate, 0);
  let done = 0;
  const onRow = () => onRows(++done, Math.max(total, done + 1));
  const parts: BackupPart[] = [];
  for (const table of tables) parts.push(await partOf(client, folder, table, onRow));
  // After the tables: a number that is given twice would be worse than one that is left out.
  const sequences = await sequencesOf(client);
  await client.query("commit");
  return { format: "visits-backup", version: 1, at: at.toString(), ...state, sequences, parts };
}

async function partOf(
  client: pg.Client,
  folder: string,
  { name, columns }: BackupTable,
  onRow: () => void,
): Promise<BackupPart> {
  const { text, rows } = copyOut(client, `select ${listOf(columns)} from ${pg.escapeIdentifier(name)}`, onRow);
  const written = await writePart(join(folder, fileOf({ table: name })), text);
  return { table: name, columns: [...columns], rows: await rows, ...written };
}

export const listOf = (columns: readonly string[]): string =>
  columns.map((name) => pg.escapeIdentifier(name)).join(", ");

const shapeOf = (tables: readonly BackupTable[]): string =>
  JSON.stringify(tables.map(({ name, columns }) => [name, columns]));

async function stateOf(client: pg.Client): Promise<Pick<Manifest, "postgres" | "migrations" | "functions">> {
  const { rows: migrations } = await client.query<Manifest["migrations"][number]>(
    "select name, sha256 from migration order by name",
  );
  const { rows } = await client.query<{ postgres: string; functions: string | null }>(
    `select current_setting('server_version') as postgres,
      (select sha256 from function_set order by applied_at desc limit 1) as functions`,
  );
  return { migrations, postgres: rows[0]?.postgres ?? "", functions: rows[0]?.functions ?? null };
}
