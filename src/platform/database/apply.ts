import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { sqlState } from "./transaction.ts";

/** Behind a statement that waits for a table everybody else waits too: it gives up soon and comes again. */
const TABLE_LOCK_MS = 300;
const LONGEST_PAUSE_MS = 5_000;

export interface AppliedFile {
  readonly name: string;
  readonly sql: string;
}

/**
 * Changes of the schema, all in one transaction, which is tried again while others hold its tables.
 * @throws Error that names the step, and the holders of its tables
 */
export async function applyPatiently(
  client: pg.Client,
  steps: readonly AppliedFile[],
  patience: Temporal.Duration,
): Promise<void> {
  const giveUpAt = performance.now() + patience.total("milliseconds");
  for (let pause = TABLE_LOCK_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const failure = await tryOnce(client, steps);
    if (!failure) return;
    const failed = `${failure.step.name} failed and was rolled back`;
    if (!isLockTimeout(failure.cause)) throw new Error(`${failed}.`, { cause: failure.cause });
    if (performance.now() + pause > giveUpAt) {
      throw new Error(`${failed}: others held its tables. End them or try again later: ${await longest(client)}.`);
    }
    await sleep(pause * (0.5 + Math.random()));
  }
}

interface Failure {
  readonly step: AppliedFile;
  readonly cause: unknown;
}

async function tryOnce(client: pg.Client, steps: readonly AppliedFile[]): Promise<Failure | null> {
  await client.query(`begin; set local lock_timeout = ${TABLE_LOCK_MS}`);
  for (const step of steps) {
    try {
      await client.query(step.sql);
    } catch (cause) {
      await client.query("rollback").catch(() => {});
      return { step, cause };
    }
  }
  await client.query("commit");
  return null;
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
