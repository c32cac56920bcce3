import type { Logger } from "pino";
import { OF_NATION } from "../database/sql.ts";
import { type Database, sqlState } from "../database/transaction.ts";
import { startWorker, type Worker } from "../worker.ts";
import { noteRun } from "./job-run-sql.ts";
import { JOBS, type JobName } from "./jobs.ts";

interface JobDeps {
  readonly db: Database;
  readonly log: Logger;
}

/** What often goes well is noted once in so long; anything else at once. */
export const NOTED_EVERY_MS = 30_000;

/** False, or `isDone` false: something is left that could not be done now. `did`: how much was, by jobs that count it */
type JobResult = boolean | { readonly isDone: boolean; readonly did: number };

interface JobWork {
  act(signal: AbortSignal): Promise<JobResult>;
  /** What is not so because it failed; for the log */
  readonly failure: string;
}

/** Of each process, which goes by its database: how the operator wakes a job, whose next note then comes at once. */
const wakers = new WeakMap<Database, Map<JobName, Set<() => void>>>();

/** Where this process does that job */
export function wakeJob(db: Database, job: JobName): void {
  for (const wake of wakers.get(db)?.get(job) ?? []) wake();
}

function addWaker(db: Database, job: JobName, wake: () => void): () => void {
  const ofProcess = wakers.get(db) ?? new Map<JobName, Set<() => void>>();
  const ofJob = ofProcess.get(job) ?? new Set();
  wakers.set(db, ofProcess.set(job, ofJob.add(wake)));
  return () => void ofJob.delete(wake);
}

/** Does one of the jobs now and then until it is stopped, and notes for the operator what became of it. */
export function startJob({ db, log }: JobDeps, job: JobName, { act, failure }: JobWork): Worker {
  let last = { outcome: "", at: Number.NEGATIVE_INFINITY };
  let did: number | null = null;
  const note = async (begun: number, outcome: "done" | "left" | "failed", error?: unknown): Promise<void> => {
    const at = performance.now();
    if (outcome === last.outcome && at - last.at < NOTED_EVERY_MS) return;
    last = { outcome, at };
    const tookMs = Math.round(at - begun);
    const run = { job, tookMs, did, outcome, failure: error === undefined ? null : kindOf(error) };
    did = null;
    // Where it can't even be noted, the operator sees that it is late.
    await db.write(OF_NATION, (tx) => noteRun(tx, run)).catch(() => {});
  };
  const noted = async (signal: AbortSignal): Promise<boolean> => {
    const begun = performance.now();
    try {
      const result = await act(signal);
      const { isDone, did: some } = typeof result === "boolean" ? { isDone: result, did: null } : result;
      if (some !== null) did = (did ?? 0) + some;
      if (!signal.aborted) await note(begun, isDone ? "done" : "left");
      return isDone;
    } catch (error) {
      await note(begun, "failed", error);
      throw error;
    }
  };
  const worker = startWorker(log, { ...JOBS[job], act: noted, failure });
  const removeWaker = addWaker(db, job, () => {
    last = { outcome: "", at: Number.NEGATIVE_INFINITY };
    worker.wake();
  });
  return {
    wake: worker.wake,
    stop: () => {
      removeWaker();
      return worker.stop();
    },
  };
}

/** Never its message, which may say whom it was about. */
const kindOf = (error: unknown): string =>
  sqlState(error) || (error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown");
