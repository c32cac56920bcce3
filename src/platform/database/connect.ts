import { createHmac } from "node:crypto";
import { hostname } from "node:os";
import pg from "pg";
import type { Config } from "../config.ts";
import { type Notices, noticesOf } from "../notices/notices.ts";
import { ensureDatabase, startEmbedded } from "./embedded/embedded.ts";
import { keepRunning } from "./embedded/keep-running.ts";
import { giveSettings, requireSettings } from "./login-settings.ts";
import { APP_ROLE, migrate, requireMigrated } from "./migrate.ts";
import { openPool, type Way } from "./pool.ts";
import { once, ownerOf } from "./reach-owner.ts";
import { requireGreek, requirePlainRole, requireRestored } from "./requirements.ts";
import { loginIn, writableIn } from "./servers.ts";
import { type Database, databaseOf } from "./transaction.ts";
import { isOutOfReach } from "./unavailable.ts";

export interface OpenDatabase {
  /** Of the role that migrates, seeds and checks; row-level security does not bind it. Null where none is named. */
  readonly ownerUrl: string | null;
  readonly appUrl: string;
  readonly app: Database;
  readonly pool: pg.Pool;
  /** Of this process: what `app` commits goes by them */
  readonly notices: Notices;
  close(): Promise<void>;
}

type Settings = Pick<
  Config,
  "DATABASE_URL" | "DATABASE_OWNER_URL" | "DATABASE_DIRECT_URL" | "DATABASE_POOL_SIZE" | "DATA_DIR"
> &
  Partial<Pick<Config, "PORT">>;

/** The database ready for use: started when embedded, migrated, checked. @throws Error with a reason */
export async function openDatabase(
  config: Settings,
  onError: (error: Error) => void = () => {},
): Promise<OpenDatabase> {
  const server = config.DATABASE_URL
    ? await external(config.DATABASE_URL, config.DATABASE_OWNER_URL, config.DATABASE_DIRECT_URL).catch(sayAbsence)
    : await embedded(config.DATA_DIR);
  const way = config.DATABASE_DIRECT_URL ? "pooled" : "direct";
  const database = reached(server, config, way, onError);
  const { pool } = database;
  try {
    await requireSettings(pool, way);
    await requireRestored(pool);
    await requirePlainRole(pool);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Nothing is asked of it yet: for whoever can't reach it now, and will. */
export const laterDatabase = (
  config: Settings & { readonly DATABASE_URL: string },
  onError: (error: Error) => void,
): OpenDatabase =>
  reached(
    externalServer(config.DATABASE_URL, config.DATABASE_OWNER_URL ?? null, config.DATABASE_DIRECT_URL),
    config,
    config.DATABASE_DIRECT_URL ? "pooled" : "direct",
    onError,
  );

function reached(server: Server, config: Settings, way: Way, onError: (error: Error) => void): OpenDatabase {
  const { ownerUrl, appUrl } = server;
  const pool = openPool(appUrl, config.DATABASE_POOL_SIZE, onError, way);
  const stop = server.watch(pool, onError);
  // Past a pooler, and wherever an embedded server has gone.
  const place = config.PORT === undefined ? undefined : `${hostname()}:${config.PORT}`;
  const notices = noticesOf(() => writableIn(server.listenUrl ?? (pool.options.connectionString as string)), place);
  const close = async () => {
    await pool.end();
    await notices.stop();
    await stop();
  };
  return { ownerUrl, appUrl, app: databaseOf(pool, notices.announce), pool, notices, close };
}

interface Server {
  readonly ownerUrl: string | null;
  readonly appUrl: string;
  /** Where an embedded server has gone only its pool knows. */
  readonly listenUrl?: string;
  /** From now on the pool follows the server wherever it goes; answers with how to stop it. */
  watch(pool: pg.Pool, onError: (error: Error) => void): () => Promise<void>;
}

async function embedded(dataDirectory: string): Promise<Server> {
  const server = await startEmbedded(dataDirectory);
  const ownerUrl = server.ownerUrl("visits");
  try {
    await ensureDatabase(ownerUrl, "visits");
    await migrate(ownerUrl);
    const appUrl = await appLogin(ownerUrl);
    const watch: Server["watch"] = (pool, onError) =>
      keepRunning(server, { onError, onReturn: (again) => moveTo(pool, again.ownerUrl("visits")) });
    return { ownerUrl, appUrl, watch };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Its next connections go there. */
function moveTo(pool: pg.Pool, ownerUrl: string): void {
  pool.options.connectionString = appUrlOf(ownerUrl);
}

/**
 * Lets the application log in as its own role. The password follows from the owner's, so that every process that
 * knows the one knows the other.
 */
export async function appLogin(ownerUrl: string): Promise<string> {
  const appUrl = appUrlOf(ownerUrl);
  const { password } = new URL(appUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('${APP_ROLE}'))`);
    const { rowCount } = await client.query("select from pg_roles where rolname = $1 and rolcanlogin", [APP_ROLE]);
    if (!rowCount) await client.query(`alter role ${APP_ROLE} login password '${password}'`);
  } finally {
    await client.end();
  }
  return appUrl;
}

function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", url.password).update(APP_ROLE).digest("hex");
  url.username = APP_ROLE;
  return url.href;
}

/** With a direct address `appUrl` leads through a pooler, whose connections begin with the settings of the login. */
async function external(appUrl: string, ownerUrl: string | undefined, directUrl: string | undefined): Promise<Server> {
  // Nothing goes through the pooler yet: its connections would begin before the login has its settings.
  const url = await writableIn(directUrl ?? appUrl);
  await requireGreek(url);
  const owner = await ownerOf(url, ownerUrl);
  if (owner) {
    await migrate(owner);
    const login = loginIn(appUrl);
    await admit(owner, login);
    if (directUrl) await giveSettings(owner, login);
  } else {
    await requireMigrated(url);
  }
  return externalServer(appUrl, owner, directUrl);
}

const externalServer = (appUrl: string, ownerUrl: string | null, directUrl: string | undefined): Server => ({
  ownerUrl,
  appUrl,
  listenUrl: directUrl ?? appUrl,
  watch: () => async () => {},
});

/** What the system says of it by itself names no database. */
function sayAbsence(cause: unknown): never {
  throw isOutOfReach(cause) ? new Error("The database does not answer, so nothing is started:", { cause }) : cause;
}

/** The login of the application may act as its role, and does so on every connection. */
async function admit(ownerUrl: string, login: string): Promise<void> {
  if (login === "" || login === APP_ROLE) return;
  await once(
    ownerUrl,
    `do $$ begin
    if not pg_has_role(${pg.escapeLiteral(login)}, '${APP_ROLE}', 'member') then
      grant ${APP_ROLE} to ${pg.escapeIdentifier(login)};
    end if; end $$`,
  );
}
