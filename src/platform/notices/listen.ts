import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ownServerName } from "../database/releases-in-use.ts";
import { requireWritable } from "../database/takes-writes.ts";
import { announceRows, rowsLeft } from "./announcements-sql.ts";
import { type Announcer, announcerOf } from "./announcer.ts";
import { CHANNEL } from "./channel.ts";
import { announcingClient, CONNECT_MS } from "./client.ts";

const PING = "ping ";
const PING_MS = 10_000;
/** What two looks find was not announced by who committed it: within two of them it is */
const LOOK_MS = 300;

export interface NoticeListener {
  onNotice(notice: string): void;
  /** From now on everything is heard; whatever was said before may have been missed */
  onHearing(): void;
  onDeaf(): void;
  /** Whatever was told before is heard by now. @param since on the clock of performance.now() */
  onLook(since: number): void;
  /** So many were found that nobody had announced */
  onFound(count: number): void;
  /** For the log; it is tried again */
  onError(error: Error): void;
}

export interface ConnectionListener extends NoticeListener {
  /** Where this process answers, for the operator */
  readonly place?: string | undefined;
  /** By which this process announces; null: by none for now */
  onAnnouncer(announcer: Announcer | null): void;
}

/** Resolves when the connection is over, to whether it ever heard anything. */
export async function listen(url: string, listener: ConnectionListener, signal: AbortSignal): Promise<boolean> {
  const client = announcingClient(url, await ownServerName(listener.place));
  const lost = new AbortController();
  client.on("error", (error) => {
    listener.onError(error);
    lost.abort();
  });
  client.on("end", () => lost.abort());
  const over = AbortSignal.any([lost.signal, signal]);
  let announcer: Announcer | undefined;
  try {
    await client.connect();
    await requireWritable(client);
    await requireDirect(client);
    const echo = echoOf(client, listener);
    await client.query(`listen ${pg.escapeIdentifier(CHANNEL)}`);
    await echo.ping();
    if (!over.aborted) {
      announcer = announcerOf((rows, texts) => announceRows(client, rows, texts).catch(giveUp));
      listener.onAnnouncer(announcer);
      listener.onHearing();
    }
    await keepLooking(client, { listener, ping: echo.ping, over });
  } catch (error) {
    listener.onError(error as Error);
  }
  listener.onAnnouncer(null);
  if (announcer) listener.onDeaf();
  await announcer?.end();
  await client.end().catch(() => {});
  return announcer !== undefined;

  function giveUp(error: Error): void {
    listener.onError(error);
    lost.abort();
  }
}

interface Looking {
  readonly listener: NoticeListener;
  readonly ping: () => Promise<void>;
  readonly over: AbortSignal;
}

/** Until it is over; what a look finds and the next one finds again, nobody has announced. */
async function keepLooking(client: pg.Client, { listener, ping, over }: Looking): Promise<void> {
  let seen = new Set<string>();
  let pingAt = performance.now() + PING_MS;
  while (!over.aborted) {
    await sleep(LOOK_MS, undefined, { signal: over }).catch(() => {});
    if (over.aborted) return;
    const lookedAt = performance.now();
    const left = await rowsLeft(client);
    listener.onLook(lookedAt);
    const found = left.filter((id) => seen.has(id));
    seen = new Set(left);
    if (found.length > 0) {
      const notices = await announceRows(client, found, []);
      // Its own voice it does not hear.
      for (const notice of notices) listener.onNotice(notice);
      listener.onFound(notices.length);
    }
    if (performance.now() < pingAt) continue;
    await ping();
    pingAt = performance.now() + PING_MS;
  }
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
function echoOf(client: pg.Client & { processID?: number }, listener: NoticeListener) {
  const own = `${PING}${randomUUID()}`;
  let onEcho = () => {};
  client.on("notification", ({ payload = "", processId }) => {
    if (payload === own) onEcho();
    // What it announces itself, this process has heard.
    else if (processId !== client.processID && !payload.startsWith(PING)) listener.onNotice(payload);
  });
  return {
    ping: async (): Promise<void> => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      onEcho = resolve;
      const timer = setTimeout(() => reject(new Error("Notices are not heard on this connection.")), CONNECT_MS);
      try {
        await Promise.all([client.query("select pg_notify($1, $2)", [CHANNEL, own]), promise]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
