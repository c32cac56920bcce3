import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { OWNER } from "./cluster.ts";
import type { Home } from "./home.ts";
import { type Postmaster, runningPostmaster } from "./postmaster.ts";

/** Crash recovery after much work can take minutes on a slow disk. */
export const PATIENCE_MS = 120_000;

/** @types/pg omits these two. */
export type Client = pg.Client & { ref(): void; unref(): void };

export interface Live {
  readonly postmaster: Postmaster;
  readonly client: Client;
}

/** By its socket where it has one: each statement costs both sides a little less than over 127.0.0.1. */
export function ownerUrl({ port, socketFolder }: Postmaster, password: string, database: string): string {
  const host = socketFolder === null ? "127.0.0.1" : encodeURIComponent(socketFolder);
  return `postgres://${OWNER}:${password}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** A connection to the server that runs on these data already, or null when none does. Waits while it gets ready. */
export async function connectToRunning(home: Home, password: string): Promise<Live | null> {
  const deadline = Date.now() + PATIENCE_MS;
  let failure: unknown;
  while (Date.now() < deadline) {
    const postmaster = await runningPostmaster(home);
    if (!postmaster) return null;
    try {
      if (postmaster.ready) return { postmaster, client: await connect(home, postmaster, password) };
    } catch (error) {
      if ((error as { code?: string }).code === "28P01") throw wrongPassword(home, error);
      failure = error;
    }
    await sleep(20);
  }
  const where = `see its log in ${home.cluster}/log`;
  throw new Error(`The database in ${home.path} runs but does not answer: ${where}.`, { cause: failure });
}

/** Fails unless it is a server on our data: the password tells (SCRAM proves both sides), and it says so itself. */
async function connect(home: Home, postmaster: Postmaster, password: string): Promise<Client> {
  const client = new pg.Client({
    connectionString: ownerUrl(postmaster, password, "postgres"),
    application_name: "visits-embedded",
    connectionTimeoutMillis: 5_000,
  }) as Client;
  // Without a listener, a server that dies later would take our process with it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    if (rows[0]?.data_directory !== home.cluster) throw new Error(`Port ${postmaster.port} answers for other data.`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

function wrongPassword(home: Home, cause: unknown): Error {
  return new Error(`The database does not take the password in ${home.password}: put it back from a backup.`, {
    cause,
  });
}
