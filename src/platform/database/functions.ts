import { fileURLToPath } from "node:url";
import type pg from "pg";
import { type AppliedFile, applyPatiently } from "./apply.ts";
import { type SqlFile, sha256Of, sqlFiles } from "./sql-files.ts";

/**
 * The functions of db/functions, each of which replaces itself. One may call another, so that they are one set: applied
 * together, known by one hash.
 */

export const FUNCTIONS = fileURLToPath(new URL("../../../db/functions/", import.meta.url));

/** Applies the set unless it stands already: the last one applied, and no migration since, which may have dropped some. */
export async function applyFunctions(client: pg.Client, folder: string, patience: Temporal.Duration): Promise<void> {
  const files = await sqlFiles(folder);
  const hash = hashOf(files);
  if (hash === (await standingHash(client))) return;
  await applyPatiently(client, [...steps(files), recording(hash)], patience);
}

/** Whether the program's set has ever been applied; a later program's may stand there by now. */
export async function knowsFunctions(client: pg.Client): Promise<boolean> {
  const hash = hashOf(await sqlFiles(FUNCTIONS));
  const found = await client.query("select from function_set where sha256 = $1", [hash]).catch(() => null);
  return Boolean(found?.rowCount);
}

/** Twice: the first time each may call one that comes after it, the second time its body is looked at. */
function steps(files: readonly SqlFile[]): AppliedFile[] {
  const all = files.map(({ name, sql }) => ({ name: `Of all functions the file ${name}`, sql }));
  const looking = (how: "off" | "on"): AppliedFile => ({
    name: "Looking at bodies",
    sql: `set local check_function_bodies = ${how}`,
  });
  return [looking("off"), ...all, looking("on"), ...all];
}

const recording = (hash: string): AppliedFile => ({
  name: "Recording the functions",
  sql: `insert into function_set values ('${hash}', clock_timestamp())
    on conflict (sha256) do update set applied_at = excluded.applied_at`,
});

async function standingHash(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ sha256: string }>(`
    select sha256 from function_set where applied_at > all (select migration.applied_at from migration)
    order by applied_at desc limit 1`);
  return rows[0]?.sha256;
}

const hashOf = (files: readonly SqlFile[]): string =>
  sha256Of(files.map(({ name, sql }) => `${name}\n${sql}`).join("\n"));
