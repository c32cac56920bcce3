import type pg from "pg";
import type { Manifest } from "./manifest.ts";

/** Why a backup can't be brought into this database. */
export type NoRoom = "holds-data" | "in-use" | "newer-tables";

/** Before anything is written: it must be empty, and nobody may look on while it is filled. */
export async function noRoom(client: pg.Client, { migrations }: Manifest): Promise<NoRoom | null> {
  if (await othersConnected(client)) return "in-use";
  const tables = await namesOfTables(client);
  if (tables.length === 0) return null;
  if (!tables.includes("migration")) return "holds-data";
  const known = new Set(migrations.map(({ name }) => name));
  const { rows } = await client.query<{ name: string }>("select name from migration");
  if (rows.some(({ name }) => !known.has(name))) return "newer-tables";
  return (await holdsData(client, tables)) ? "holds-data" : null;
}

/** The embedded server's own connection is to another database. */
async function othersConnected(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null`,
  );
  return rowCount !== 0;
}

async function namesOfTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  return rows.map(({ name }) => name);
}

/** Without these there is nothing but what the migrations have put there. */
const FIRST = ["office", "employee", "service"];

async function holdsData(client: pg.Client, tables: readonly string[]): Promise<boolean> {
  for (const table of FIRST.filter((name) => tables.includes(name)))
    if ((await client.query(`select from ${table} limit 1`)).rowCount !== 0) return true;
  return false;
}
