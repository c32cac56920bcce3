import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ownServerName } from "./database/releases-in-use.ts";
import { requireWritable } from "./database/takes-writes.ts";

/** What all processes of one database tell each other (NOTIFY): heard only after the commit, never by who listens late. */

export interface NoticeListener {
  onNotice(payload: string): void;
  /** From now on everything is heard; whatever was said before may have been missed */
  onHearing(): void;
  onDeaf(): void;
  /** For the log; it is tried again */
  onError(error: Error): void;
}

export interface Notices {
  /** Does nothing the second time. */
  start(): void;
  stop(): Promise<void>;
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;
const PING = "ping ";
const PING_MS = 10_000;
const CONNECT_MS = 5_000;

/**
 * One connection of its own, which comes back whenever it is lost.
 * @param url where the server is by now: its own address, for a pooler listens for nobody
 */
export function noticesOf(url: () => Promise<string>, channel: string, listener: NoticeListener): Notices {
  const end = new AbortController();
  let running: Promise<void> | undefined;
  return {
    start: () => {
      running ??= keepListening();
    },
    stop: async () => {
      end.abort();
      await running;
    },
  };

  async function keepListening(): Promise<void> {
    let wait = FIRST_RETRY_MS;
    while (!end.signal.aborted) {
      const wasHearing = await url().then(
        (here) => listen(here, channel, listener, end.signal),
        (error) => {
          listener.onError(error);
          return false;
        },
      );
      wait = wasHearing ? FIRST_RETRY_MS : Math.min(wait * 2, LONGEST_RETRY_MS);
      await sleep(wait * (0.5 + Math.random()), undefined, { signal: end.signal }).catch(() => {});
    }
  }
}

/** Resolves when the connection is over, to whether it ever heard anything. */
async function listen(url: string, channel: string, listener: NoticeListener, signal: AbortSignal): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    application_name: await ownServerName(),
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    keepAlive: true,
    // Its pings need not reach the disk.
    options: "-c synchronous_commit=off",
  });
  const lost = new AbortController();
  client.on("error", (error) => {
    listener.onError(error);
    lost.abort();
  });
  client.on("end", () => lost.abort());
  const over = AbortSignal.any([lost.signal, signal]);
  let isHearing = false;
  try {
    await client.connect();
    await requireWritable(client);
    await requireDirect(client);
    const echo = echoOf(client, channel, listener);
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    await echo.ping();
    isHearing = true;
    if (!over.aborted) listener.onHearing();
    while (!over.aborted) {
      await sleep(PING_MS, undefined, { signal: over }).catch(() => {});
      if (!over.aborted) await echo.ping();
    }
  } catch (error) {
    listener.onError(error as Error);
  }
  if (isHearing) listener.onDeaf();
  await client.end().catch(() => {});
  return isHearing;
}

/** A pooler's connection hears its own echo and nothing else; it does not begin with what was asked of it either. */
async function requireDirect(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ synchronous_commit: string }>("show synchronous_commit");
  if (rows[0]?.synchronous_commit === "off") return;
  throw new Error("Notices can't be heard through a pooler: set DATABASE_DIRECT_URL to the server's own address.");
}

/**
 * A connection may be open and deaf, its other end gone without a word. So it tells itself something, and is content
 * only when it hears it.
 */
function echoOf(client: pg.Client, channel: string, listener: NoticeListener) {
  const own = `${PING}${randomUUID()}`;
  let onEcho = () => {};
  client.on("notification", ({ payload = "" }) => {
    if (payload === own) onEcho();
    else if (!payload.startsWith(PING)) listener.onNotice(payload);
  });
  return {
    ping: async (): Promise<void> => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      onEcho = resolve;
      const timer = setTimeout(() => reject(new Error("Notices are not heard on this connection.")), CONNECT_MS);
      try {
        await Promise.all([client.query("select pg_notify($1, $2)", [channel, own]), promise]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
