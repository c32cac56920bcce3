import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { sqlState } from "./transaction.ts";

const FOLDER = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));
/** Any fixed number: whoever migrates holds this advisory lock. */
const LOCK = 7_201_902;

/** Behind a statement that waits for a table everybody else waits too: it gives up soon and comes again. */
const TABLE_LOCK_MS = 300;
const LONGEST_PAUSE_MS = 5_000;
/** A dump or a report may hold a table for that long; a longer one has to be ended by somebody who knows it. */
const PATIENCE = Temporal.Duration.from({ minutes: 10 });

export const APP_ROLE = "visits_app";
/** Runs the functions that see over all offices; nobody logs in as it. */
const DEFINER_ROLE = "visits_definer";

export interface Migrating {
  readonly folder?: string;
  /** How long a migration is tried again while others hold its tables */
  readonly patience?: Temporal.Duration;
}

/**
 * Brings the schema up to date, each file in a transaction of its own, one process at a time. Offices that work
 * meanwhile wait a moment at most.
 * @throws Error that names the migration, and who held its tables for too long
 */
export async function migrate(ownerUrl: string, migrating: Migrating = {}): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureRole(client, APP_ROLE);
    await ensureRole(client, DEFINER_ROLE);
    await joinRole(client, DEFINER_ROLE);
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    await client.query(`grant select on migration to ${APP_ROLE}`);
    return await applyMissing(client, migrating);
  } finally {
    await client.end();
  }
}

/** @throws Error when a migration is missing and this role can't apply it */
export async function requireMigrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select name from migration").catch(() => ({ rows: [] }));
    const applied = new Set(rows.map((row) => row.name));
    const missing = (await migrationFiles()).filter((name) => !applied.has(name));
    if (missing.length > 0) {
      throw new Error(
        `The database lacks ${missing.join(", ")}: run "npm run visits -- migrate" with DATABASE_OWNER_URL set.`,
      );
    }
  } finally {
    await client.end();
  }
}

const migrationFiles = async (folder = FOLDER) =>
  (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();

/** A role is the whole cluster's, so another database's migration may make it at the same moment. */
async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  if (rowCount) return;
  await client.query(`create role ${role} nologin nosuperuser nobypassrls`).catch((error) => {
    if (error.code === "42710" || error.code === "23505") return;
    throw new Error(`As a superuser, run "create role ${role} nologin": this role may not.`, { cause: error });
  });
}

/** To give it functions, an owner who is no superuser must be a member. */
async function joinRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query("select pg_has_role($1, 'usage') as joined, current_user as owner", [role]);
  if (rows[0].joined) return;
  const grant = `grant ${role} to ${pg.escapeIdentifier(rows[0].owner)}`;
  await client.query(grant).catch((cause) => {
    throw new Error(`As a superuser, run "${grant}": the owner of the database may not.`, { cause });
  });
}

async function applyMissing(client: pg.Client, { folder = FOLDER, patience = PATIENCE }: Migrating): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration");
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const done: string[] = [];
  for (const name of await migrationFiles(folder)) {
    const sql = await readFile(join(folder, name), "utf8");
    const sha256 = createHash("sha256").update(sql).digest("hex");
    const known = applied.get(name);
    if (known && known !== sha256) {
      throw new Error(`Migration ${name} was changed after it had been applied; write a new one instead.`);
    }
    if (known) continue;
    await applyPatiently(client, { name, sql, sha256 }, patience);
    done.push(name);
  }
  return done;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

async function applyPatiently(client: pg.Client, migration: Migration, patience: Temporal.Duration): Promise<void> {
  const giveUpAt = performance.now() + patience.total("milliseconds");
  for (let pause = TABLE_LOCK_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await applyOne(client, migration);
    } catch (cause) {
      await client.query("rollback").catch(() => {});
      const failed = `Migration ${migration.name} failed and was rolled back`;
      if (!isLockTimeout(cause)) throw new Error(`${failed}.`, { cause });
      if (performance.now() + pause > giveUpAt) {
        throw new Error(`${failed}: others held its tables. End them or try again later: ${await longest(client)}.`);
      }
    }
    await sleep(pause * (0.5 + Math.random()));
  }
}

async function applyOne(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(`begin; set local lock_timeout = ${TABLE_LOCK_MS}`);
  await client.query(sql);
  await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
  await client.query("commit");
}

const isLockTimeout = (error: unknown): boolean => sqlState(error) === "55P03";

/** The transactions that have been open for longest, in words. */
async function longest(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ pid: number; name: string; seconds: number }>(`
    select pid, application_name as name, extract(epoch from clock_timestamp() - xact_start)::int as seconds
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
    order by xact_start limit 3`);
  return rows.map(({ pid, name, seconds }) => `process ${pid} "${name}", in a transaction for ${seconds} s`).join("; ");
}
