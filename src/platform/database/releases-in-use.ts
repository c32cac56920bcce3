import type pg from "pg";
import type { Release } from "./releases.ts";
import type { Read } from "./sql.ts";
import { MIGRATIONS, type SqlFile, sqlFiles } from "./sql-files.ts";

/**
 * Two releases that follow each other work with the same tables; a release that is left out between them is what nobody
 * has tried. Who serves says by the name of its connection up to which migration it knows the tables.
 */

/** Of the one connection that each serving process keeps open */
export const SERVER_NAME = "visits-notices";

/** Of this program, and where it answers: machine and port, as the operator knows them */
export async function ownServerName(place = ""): Promise<string> {
  return `${SERVER_NAME} ${numberOf(lastOf(await sqlFiles(MIGRATIONS)))} ${place}`.trimEnd().slice(0, LONGEST_NAME);
}

/** Of a connection, in PostgreSQL */
const LONGEST_NAME = 63;

/** Of each process that serves by this database: its place, or the migration it ends with where it is of a release before places */
export async function servingProcesses(tx: Read): Promise<string[]> {
  const rows = await tx.sql<{ place: string }>`
    select coalesce(nullif(split_part(application_name, ' ', 3), ''), split_part(application_name, ' ', 2)) as place
    from pg_stat_activity
    where datname = current_database() and split_part(application_name, ' ', 1) = ${SERVER_NAME} order by place`;
  return rows.map(({ place }) => place);
}

export class OldProgramError extends Error {
  override readonly name = "OldProgramError";
}

/** @throws OldProgramError when a later release has left ours behind */
export function refuseOldProgram(files: readonly SqlFile[], worksFrom: string): void {
  const last = lastOf(files);
  if (last >= worksFrom) return;
  throw new OldProgramError(
    `This release is too old for the database, which works with releases from ${worksFrom} on (this one ends with ` +
      `${last}): start the release that migrated it, or the one before that.`,
  );
}

/** @throws Error that names the release before and whoever serves of an older one */
export async function refuseOldServers(client: pg.Client, before: Release): Promise<void> {
  const { rows } = await client.query<{ pid: number; number: string }>(
    `select pid, split_part(application_name, ' ', 2) as number from pg_stat_activity
    where datname = current_database() and split_part(application_name, ' ', 1) = $1
      and split_part(application_name, ' ', 2) < $2 order by pid`,
    [SERVER_NAME, numberOf(before.lastMigration)],
  );
  if (rows.length === 0) return;
  throw new Error(
    `${rows.length} processes serve of a release before ${before.version}, which can't work with the tables of this ` +
      `one: ${before.version} was left out. Bring it in first, and restart them with it; or stop them all, and ` +
      `migrate then. (Their connections: ${rows.map(({ pid }) => pid).join(", ")}.)`,
  );
}

const lastOf = (files: readonly SqlFile[]): string => files.at(-1)?.name ?? "";

const numberOf = (migration: string): string => migration.slice(0, 4);
