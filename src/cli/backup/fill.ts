import { join } from "node:path";
import pg from "pg";
import { copyIn } from "../../platform/database/copy-stream.ts";
import { shutOut } from "./door.ts";
import { type BackupPart, fileOf, type Manifest } from "./manifest.ts";
import { readPart } from "./part-file.ts";
import { tablesOf } from "./tables.ts";
import { listOf } from "./take.ts";

interface Filling {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Of the files, as they are read */
  onBytes(count: number): void;
}

/**
 * Brings a backup in, in one transaction: whole, held to every constraint, or not at all. From then on everybody else is
 * kept out.
 * @returns who is to be let in at the end
 * @throws Error with the table and the reason
 */
export async function fill(client: pg.Client, { folder, manifest, onBytes }: Filling): Promise<string> {
  const tables = await tablesOf(client);
  const parts = new Map(manifest.parts.map((part) => [part.table, part]));
  await client.query("begin");
  const kept = await shutOut(client);
  // What the migrations themselves have put there came with the backup as well.
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ")} cascade`);
  for (const { name, isForced } of tables) {
    const part = parts.get(name);
    if (!part) continue;
    const table = pg.escapeIdentifier(name);
    // COPY refuses a table whose row security binds the owner; and what a row brings about by itself is in the backup too.
    if (isForced) await client.query(`alter table ${table} no force row level security`);
    await client.query(`alter table ${table} disable trigger user`);
    await bringIn(client, part, readPart(join(folder, fileOf(part)), onBytes));
    await client.query(`alter table ${table} enable trigger user`);
    if (isForced) await client.query(`alter table ${table} force row level security`);
  }
  for (const { name, value } of manifest.sequences)
    await client.query("select setval(to_regclass($1), $2)", [pg.escapeIdentifier(name), nextAfter(name, value)]);
  await client.query("commit");
  return kept;
}

async function bringIn(
  client: pg.Client,
  { table, columns, rows }: BackupPart,
  text: AsyncIterable<Buffer>,
): Promise<void> {
  const target = `${pg.escapeIdentifier(table)} (${listOf(columns)})`;
  const count = await copyIn(client, target, text).catch((cause) => {
    throw new Error(`The table ${table} could not be filled; nothing was changed.`, { cause });
  });
  if (count !== rows) throw new Error(`Of the table ${table} ${count} rows came in, of ${rows}; nothing was changed.`);
}

/** More appointments than were booked since the backup, in the whole nation. */
const SKIPPED_REFERENCES = 1_000_000;
const REFERENCES = 100_000_000;

/** References that were dictated after the backup are not given to somebody else. */
const nextAfter = (sequence: string, value: number): number =>
  sequence === "reference_number" ? (value + SKIPPED_REFERENCES) % REFERENCES : value;
