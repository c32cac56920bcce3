import type { Logger } from "pino";
import { OF_NATION } from "../database/sql.ts";
import { type Database, sqlState } from "../database/transaction.ts";
import { startWorker, type Work, type Worker } from "../worker.ts";
import { noteRun } from "./job-run-sql.ts";
import { JOBS, type JobName } from "./jobs.ts";

interface JobDeps {
  readonly db: Database;
  readonly log: Logger;
}

/** What often goes well is noted once in so long; anything else at once. */
export const NOTED_EVERY_MS = 30_000;

/** Does one of the jobs now and then until it is stopped, and notes for the operator what became of it. */
export function startJob({ db, log }: JobDeps, job: JobName, { act, failure }: Pick<Work, "act" | "failure">): Worker {
  let last = { outcome: "", at: Number.NEGATIVE_INFINITY };
  const note = async (begun: number, outcome: "done" | "left" | "failed", error?: unknown): Promise<void> => {
    const at = performance.now();
    if (outcome === last.outcome && at - last.at < NOTED_EVERY_MS) return;
    last = { outcome, at };
    const run = { job, tookMs: Math.round(at - begun), outcome, failure: error === undefined ? null : kindOf(error) };
    // Where it can't even be noted, the operator sees that it is late.
    await db.write(OF_NATION, (tx) => noteRun(tx, run)).catch(() => {});
  };
  const noted = async (signal: AbortSignal): Promise<boolean> => {
    const begun = performance.now();
    try {
      const isDone = await act(signal);
      if (!signal.aborted) await note(begun, isDone ? "done" : "left");
      return isDone;
    } catch (error) {
      await note(begun, "failed", error);
      throw error;
    }
  };
  return startWorker(log, { ...JOBS[job], act: noted, failure });
}

/** Never its message, which may say whom it was about. */
const kindOf = (error: unknown): string =>
  sqlState(error) || (error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown");
