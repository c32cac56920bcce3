import type { Logger } from "pino";
import { ACROSS_OFFICES, OF_NATION, type Tx } from "../database/sql.ts";
import type { Database } from "../database/transaction.ts";
import { startJob } from "../jobs/start-job.ts";
import type { Clock } from "../time.ts";
import type { Worker } from "../worker.ts";
import { STORED_ANSWER_HOURS } from "./idempotency.ts";
import { deleteAnswersAbout, forgetAnswers } from "./idempotency-sql.ts";
import { forgetCounts } from "./limits/shared-limits-sql.ts";

export interface ForgetDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Removes stored answers that nobody can ask for again, and counts of limits whose time is over, now and every hour. */
export const startForgetting = ({ log, ...deps }: ForgetDeps): Worker =>
  startJob({ db: deps.db, log }, "stored-answers", {
    act: async (signal) => {
      const did = await forgetExpired(deps, signal);
      await deps.db.write(OF_NATION, (tx) => forgetCounts(tx, deps.clock()));
      return { isDone: true, did };
    },
    failure: "old answers and counts could not be forgotten",
  });

export async function forgetExpired({ db, clock }: Omit<ForgetDeps, "log">, signal?: AbortSignal): Promise<number> {
  const expired = clock().subtract({ hours: STORED_ANSWER_HOURS });
  let did = 0;
  for (let some = 1; !signal?.aborted && some > 0; did += some)
    some = await db.write(ACROSS_OFFICES, (tx) => forgetAnswers(tx, expired));
  return did;
}

/** Nobody is told again of what has been erased: of the owner of the tables, in all offices. */
export const forgetAnswersAbout = (tx: Tx, ids: readonly string[]): Promise<void> => deleteAnswersAbout(tx, ids);
