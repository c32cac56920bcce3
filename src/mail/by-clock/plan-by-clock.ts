import type { Logger } from "pino";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Clock } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { PLANNERS } from "./planners.ts";

export interface PlanDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Plans what is to be said because of the hour: reminders of citizens, and whatever other message has one. */
export const startPlanning = (deps: PlanDeps): Worker =>
  startJob(deps, "reminders", { act: () => planByClock(deps), failure: FAILURE });

const FAILURE = "what is to be said at this hour could not be planned";

/** Office by office. False when some are left. */
export async function planByClock({ db, clock, log }: PlanDeps): Promise<boolean> {
  const now = clock();
  let isDone = true;
  for (const planner of PLANNERS) {
    for (const office of await db.read(ACROSS_OFFICES, (tx) => planner.offices(tx, now))) {
      await db
        .write({ office }, (tx) => planner.plan(tx, office, now))
        .catch((err) => {
          log.warn({ err, office }, FAILURE);
          isDone = false;
        });
    }
  }
  return isDone;
}
