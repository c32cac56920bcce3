import { lchown } from "node:fs/promises";
import { resolve } from "node:path";
import pg from "pg";
import { adoptOrStart, type Joined } from "./adopt-or-start.ts";
import { versionOfCluster } from "./cluster.ts";
import { type Client, ownerUrl } from "./connection.ts";
import { type Home, openHome } from "./home.ts";
import { withLock } from "./lock.ts";
import { explainFailure } from "./reasons.ts";
import { stopIfUnused } from "./stop.ts";

/** Two processes may both find it missing: the slower one meets a duplicate, or the catalogue's unique index. */
const CREATED_MEANWHILE = ["42P04", "23505"];

/** Some macOS have no C.UTF-8. */
const NO_SUCH_LOCALE = "42809";

/** A real PostgreSQL on this machine, shared by all processes that name the same folder. */
export interface EmbeddedServer {
  /** Connection string of the superuser that owns the databases, by a socket or over 127.0.0.1 */
  readonly ownerUrl: (database: string) => string;
  /** Process of the server (the postmaster). */
  readonly pid: number;
  /** Settles when our connection to it ends: it died, or we left. */
  readonly lost: Promise<void>;
  /** Once lost: the server that runs on the same data now, started if none does. */
  restart(): Promise<EmbeddedServer>;
  /** Stops the server unless somebody is still connected to it; close your own connections first. */
  stop(): Promise<void>;
}

export async function startEmbedded(dataDirectory: string): Promise<EmbeddedServer> {
  const home = await openHome(dataDirectory).catch(
    explainFailure(`The embedded database cannot use ${resolve(dataDirectory)}`),
  );
  return serverOf(home, await locked(home, () => adoptOrStart(home)));
}

function serverOf(home: Home, { live, password }: Joined): EmbeddedServer {
  const { client, postmaster } = live;
  // The connection stays, as the sign that we are here: between our start and our first query, a process that leaves
  // must not turn off the light. It does not keep our own process alive.
  client.unref();
  return {
    ownerUrl: (database) => ownerUrl(postmaster, password, database),
    pid: postmaster.pid,
    lost: new Promise((resolve) => client.once("end", resolve)),
    restart: async () => serverOf(home, await locked(home, () => startAgain(home))),
    stop: () => locked(home, () => leave(home, client)),
  };
}

/** Data that vanished meanwhile are a fault to be mended, not a reason to begin anew. */
async function startAgain(home: Home): Promise<Joined> {
  if ((await versionOfCluster(home)) === null) throw new Error(`The data in ${home.path} are gone: put them back.`);
  return await adoptOrStart(home);
}

async function leave(home: Home, client: Client): Promise<void> {
  client.ref();
  await client.end().catch(() => undefined);
  await stopIfUnused(home);
}

function locked<T>(home: Home, work: () => Promise<T>): Promise<T> {
  return withLock(home.lock, async () => {
    // Not chown: whoever shares the server's account could have put a link there, to a file of root's.
    if (home.account) await lchown(home.lock, home.account.uid, home.account.gid);
    return await work();
  }).catch(explainFailure(`The embedded database in ${home.path} is not available`));
}

/** Creates the database unless it exists. The URL is the owner's, to any database of the server. */
export async function ensureDatabase(ownerUrl: string, name: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await createGreekDatabase(client, name);
  } finally {
    await client.end();
  }
}

async function createGreekDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(createStatement(name, "C.UTF-8"));
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    if (code === NO_SUCH_LOCALE) await client.query(createStatement(name, "en_US.UTF-8"));
    else if (!CREATED_MEANWHILE.includes(code ?? "")) throw error;
  }
}

/**
 * ICU sorts Greek and makes its capitals without accents; what is a letter, trigrams ask the C library, whose plain
 * "C" knows only Latin ones.
 */
function createStatement(name: string, characterType: string): string {
  return `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER icu ICU_LOCALE 'el-GR' LC_COLLATE 'C' LC_CTYPE '${characterType}'`;
}
