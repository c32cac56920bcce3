import type { Read, Tx } from "../database/sql.ts";

/** What became of the jobs. */

export interface JobRun {
  readonly job: string;
  readonly ranAt: Temporal.Instant;
  readonly tookMs: number;
  /** Since the note before it; null: it does not count what it does */
  readonly did: number | null;
  /** `left`: something could not be done then */
  readonly outcome: "done" | "left" | "failed";
  /** The last time; null: never yet */
  readonly failedAt: Temporal.Instant | null;
  readonly failure: string | null;
}

/** By the server's clock, which all processes share. */
export async function noteRun(
  tx: Tx,
  { job, tookMs, did, outcome, failure }: Pick<JobRun, "job" | "tookMs" | "did" | "outcome" | "failure">,
): Promise<void> {
  await tx.last`
    insert into job_run (job, ran_at, took_ms, did, outcome, failed_at, failure)
    select ${job}, now(), ${tookMs}::integer, ${did}::integer, ${outcome}, case when ${outcome} = 'failed' then now() end, ${failure}::text
    on conflict (job) do update set ran_at = excluded.ran_at, took_ms = excluded.took_ms, did = excluded.did, outcome = excluded.outcome,
      failed_at = coalesce(excluded.failed_at, job_run.failed_at), failure = coalesce(excluded.failure, job_run.failure)`;
}

/** Each that has ever run, and what the server's clock says. */
export async function jobRuns(tx: Read): Promise<{ readonly now: Temporal.Instant; readonly runs: readonly JobRun[] }> {
  const [[clock], runs] = await Promise.all([
    tx.sql<{ now: Temporal.Instant }>`select now() as now`,
    tx.sql<JobRun>`
      select job, ran_at as "ranAt", took_ms as "tookMs", did, outcome, failed_at as "failedAt", failure from job_run`,
  ]);
  return { now: (clock as { now: Temporal.Instant }).now, runs };
}
