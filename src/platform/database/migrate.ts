import pg from "pg";
import { applyPatiently } from "./apply.ts";
import { applyFunctions, FUNCTIONS, knowsFunctions } from "./functions.ts";
import { RELEASES, type Release } from "./releases.ts";
import { refuseOldProgram, refuseOldServers } from "./releases-in-use.ts";
import { MIGRATIONS, type SqlFile, sha256Of, sqlFiles } from "./sql-files.ts";

/** Any fixed number: whoever migrates holds this advisory lock. */
const LOCK = 7_201_902;

/** A dump or a report may hold a table for that long; a longer one has to be ended by somebody who knows it. */
const PATIENCE = Temporal.Duration.from({ minutes: 10 });

export const APP_ROLE = "visits_app";
/** Runs the functions that see over all offices; nobody logs in as it. */
const DEFINER_ROLE = "visits_definer";

export interface Migrating {
  readonly folder?: string;
  readonly functions?: string;
  /** How long a change is tried again while others hold its tables */
  readonly patience?: Temporal.Duration;
  /** Only these, and no functions: to be filled with what a database of that time held */
  readonly only?: ReadonlySet<string>;
  /** The release before, with which this one's tables still work; null: there was none */
  readonly before?: Release | null;
}

/**
 * Brings the schema up to date, each migration in a transaction of its own, then the functions in one, and one process
 * at a time. Offices that work meanwhile wait a moment at most. A program older than the database leaves it as it is.
 * @throws Error that names the file, and who held its tables for too long; or the release that was left out
 */
export async function migrate(
  ownerUrl: string,
  {
    folder = MIGRATIONS,
    functions = FUNCTIONS,
    patience = PATIENCE,
    only,
    before = RELEASES.at(-1) ?? null,
  }: Migrating = {},
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureRole(client, APP_ROLE);
    await ensureRole(client, DEFINER_ROLE);
    await joinRole(client, DEFINER_ROLE);
    await client.query(`
      create table if not exists migration (
        name text primary key, sha256 text not null, applied_at timestamptz not null default now(), works_from text);
      create table if not exists function_set (sha256 text primary key, applied_at timestamptz not null);
      grant select on migration, function_set to ${APP_ROLE}`);
    const files = await sqlFiles(folder);
    if (only)
      return await applyMissing(
        client,
        files.filter(({ name }) => only.has(name)),
        patience,
      );
    const standing = await appliedTo(client);
    refuseOldProgram(files, standing.worksFrom);
    if (before && files.some(({ name }) => !standing.hashes.has(name))) await refuseOldServers(client, before);
    const done = await applyMissing(client, files, patience);
    const { hashes } = await appliedTo(client);
    if (isOlder(files, hashes)) return done;
    await applyFunctions(client, functions, patience);
    if (before) await client.query(WORKS_FROM, [files.at(-1)?.name, before.lastMigration]);
    return done;
  } finally {
    await client.end();
  }
}

/** Name → hash, of those that this program brings */
export const ownMigrations = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await sqlFiles(MIGRATIONS)).map(({ name, sql }) => [name, sha256Of(sql)]));

const WORKS_FROM = "update migration set works_from = $2 where name = $1 and works_from is distinct from $2";

/** @throws Error when a migration is missing and this role can't apply it, or this program is too old for the database */
export async function requireMigrated(url: string): Promise<void> {
  const [first, ...others] = await missingIn(url);
  if (first === undefined) return;
  const lacking = others.length > 0 ? `${first} and ${others.length} more` : first;
  throw new Error(
    `The database lacks ${lacking}: run "npm run visits -- migrate" with DATABASE_OWNER_URL set to its owner.`,
  );
}

/** The migrations of this program that a database lacks, and its functions. @throws OldProgramError for a newer database */
export async function missingIn(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const files = await sqlFiles(MIGRATIONS);
    const { hashes, worksFrom } = await appliedTo(client).catch(() => NOTHING);
    refuseOldProgram(files, worksFrom);
    const missing = files.map(({ name }) => name).filter((name) => !hashes.has(name));
    if (!(isOlder(files, hashes) || (await knowsFunctions(client)))) missing.push("the functions of this program");
    return missing;
  } finally {
    await client.end();
  }
}

interface Applied {
  /** By the name of the migration */
  readonly hashes: ReadonlyMap<string, string>;
  /** A program that does not bring this migration can't work with the tables; "": any can */
  readonly worksFrom: string;
}

const NOTHING: Applied = { hashes: new Map(), worksFrom: "" };

async function appliedTo(client: pg.Client): Promise<Applied> {
  // Before the migration that brought the column there is none.
  const { rows } = await client.query<{ name: string; sha256: string; works_from: string | null }>(
    "select name, sha256, to_jsonb(migration) ->> 'works_from' as works_from from migration",
  );
  const worksFrom = rows.map(({ works_from }) => works_from ?? "").toSorted();
  return { hashes: new Map(rows.map((row) => [row.name, row.sha256])), worksFrom: worksFrom.at(-1) ?? "" };
}

/** Whether a later program has migrated the database: its functions are for its tables. */
function isOlder(files: readonly SqlFile[], applied: ReadonlyMap<string, string>): boolean {
  const ours = files.at(-1)?.name ?? "";
  return [...applied.keys()].some((name) => name > ours);
}

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

async function applyMissing(
  client: pg.Client,
  files: readonly SqlFile[],
  patience: Temporal.Duration,
): Promise<string[]> {
  const { hashes: applied } = await appliedTo(client);
  const done: string[] = [];
  for (const { name, sql } of files) {
    const sha256 = sha256Of(sql);
    const known = applied.get(name);
    if (known && known !== sha256) {
      throw new Error(`Migration ${name} was changed after it had been applied; write a new one instead.`);
    }
    if (known) continue;
    const recording = `insert into migration (name, sha256) values (${pg.escapeLiteral(name)}, '${sha256}')`;
    const steps = [sql, recording].map((each) => ({ name: `Migration ${name}`, sql: each }));
    await applyPatiently(client, steps, patience);
    done.push(name);
  }
  return done;
}
