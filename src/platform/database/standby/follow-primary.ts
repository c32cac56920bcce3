import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { writableIn } from "../servers.ts";
import { requireWritable } from "../takes-writes.ts";
import { writtenPosition } from "./log-position.ts";
import type { Positions } from "./positions.ts";

/** Of the server that takes writes, how far it is, as often as that. */
const ASK_MS = 200;
/** Then it is as good as gone */
const PATIENCE_MS = 1_500;

export interface PrimaryFollower {
  /** It does not answer: neither on the connection that was, nor on a new one. What it holds by now nobody knows. */
  isAway(): boolean;
  stop(): Promise<void>;
}

/** @param url its own address, not a pooler's @param onChange hears that it is away, or there again */
export function followPrimary(url: string, positions: Positions, onChange: () => void): PrimaryFollower {
  const end = new AbortController();
  let isAway = false;

  const setAway = (away: boolean) => {
    if (isAway === away || end.signal.aborted) return;
    isAway = away;
    onChange();
  };
  const pause = () => sleep(ASK_MS, undefined, { signal: end.signal }).catch(() => {});

  /** @returns never by itself, but once it is over */
  async function ask(client: pg.Client, onAnswer: () => void): Promise<void> {
    await client.connect();
    await requireWritable(client);
    while (!end.signal.aborted) {
      const at = performance.now();
      positions.add({ ...(await writtenPosition(client)), at });
      onAnswer();
      await pause();
    }
  }

  async function follow(): Promise<void> {
    while (!end.signal.aborted) {
      let hasAnswered = false;
      const onAnswer = () => {
        hasAnswered = true;
        setAway(false);
      };
      await clientOf(url)
        .then((client) => ask(client, onAnswer).finally(() => client.end().catch(() => {})))
        .catch(() => {});
      // A connection that ends is no outage while another one can be had.
      if (!hasAnswered) setAway(true);
      await pause();
    }
  }

  const running = follow();
  return {
    isAway: () => isAway,
    stop: async () => {
      end.abort();
      await running;
    },
  };
}

async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: await writableIn(url),
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  });
  client.on("error", () => {});
  return client;
}
