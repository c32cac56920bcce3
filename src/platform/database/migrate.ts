import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

const FOLDER = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));
/** Any fixed number: whoever migrates holds this advisory lock. */
const LOCK = 7_201_902;

export const APP_ROLE = "visits_app";

/** Brings the schema up to date, each file in a transaction of its own, one process at a time. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureAppRole(client);
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    await client.query(`grant select on migration to ${APP_ROLE}`);
    return await applyMissing(client);
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

const migrationFiles = async () => (await readdir(FOLDER)).filter((file) => file.endsWith(".sql")).sort();

/** The role is the whole cluster's, so another database's migration may make it at the same moment. */
async function ensureAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  if (rowCount) return;
  await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`).catch((error) => {
    if (error.code !== "42710" && error.code !== "23505") throw error;
  });
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration");
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const done: string[] = [];
  for (const name of await migrationFiles()) {
    const sql = await readFile(FOLDER + name, "utf8");
    const sha256 = createHash("sha256").update(sql).digest("hex");
    const known = applied.get(name);
    if (known && known !== sha256) {
      throw new Error(`Migration ${name} was changed after it had been applied; write a new one instead.`);
    }
    if (known) continue;
    await applyOne(client, name, sql, sha256);
    done.push(name);
  }
  return done;
}

async function applyOne(client: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed and was rolled back.`, { cause: error });
  }
}
