import type { Registry } from "prom-client";
import { OF_NATION } from "../database/sql.ts";
import type { Database } from "../database/transaction.ts";
import { measureAtScrape } from "../http/metrics.ts";
import { type JobRun, jobRuns } from "./job-run-sql.ts";
import { JOB_NAMES, JOBS, type JobName } from "./jobs.ts";
import { NOTED_EVERY_MS } from "./start-job.ts";

/** How a job is doing: it never ran, runs, left something, failed when it ran last, or does not run any more. */
export interface JobState {
  readonly job: JobName;
  readonly is: "never" | "fine" | "left" | "failed" | "late";
  readonly run: JobRun | null;
}

export interface JobStates {
  readonly now: Temporal.Instant;
  readonly jobs: readonly JobState[];
}

/** A process may be slow, or at another job's work. */
const PATIENCE_MS = 60_000;

export async function jobStates(db: Database): Promise<JobStates> {
  const { now, runs } = await db.read(OF_NATION, jobRuns);
  return { now, jobs: JOB_NAMES.map((job) => stateOfJob(job, runs.find((run) => run.job === job) ?? null, now)) };
}

/** Pure. */
export function stateOfJob(job: JobName, run: JobRun | null, now: Temporal.Instant): JobState {
  if (!run) return { job, is: "never", run };
  const restMs = run.outcome === "done" ? JOBS[job].everyMs : JOBS[job].againMs;
  const dueMs = run.ranAt.epochMilliseconds + 2 * Math.max(restMs, NOTED_EVERY_MS) + PATIENCE_MS;
  if (now.epochMilliseconds > dueMs) return { job, is: "late", run };
  return { job, is: run.outcome === "done" ? "fine" : run.outcome, run };
}

/** What tells the operator that something is not done by the clock any more. */
export const measureJobs = (db: Database, registry: Registry): void =>
  measureAtScrape(
    registry,
    {
      jobs_late: "Jobs that no process does any more, of those that were ever done",
      jobs_failing: "Jobs that failed when they ran last",
    },
    async () => {
      const { jobs } = await jobStates(db);
      const count = (is: JobState["is"]) => jobs.filter((job) => job.is === is).length;
      return { jobs_late: count("late"), jobs_failing: count("failed") };
    },
  );
