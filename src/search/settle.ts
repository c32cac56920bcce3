import type { Logger } from "pino";
import { ACROSS_OFFICES } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import type { Clock } from "../platform/time.ts";
import type { Worker } from "../platform/worker.ts";
import { settleSearches } from "./under-way-sql.ts";

/** As record_search and settle_searches count them by themselves */
const SETTLED_AFTER_SECONDS = 10;

export interface SettleDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Turns searches that nobody goes on typing into entries of the audit, now and twice a minute. */
export const startSettling = ({ log, ...deps }: SettleDeps): Worker =>
  startJob({ db: deps.db, log }, "searches", {
    act: async () => {
      await settleStale(deps);
      return true;
    },
    failure: "searches could not be settled",
  });

export async function settleStale({ db, clock }: Omit<SettleDeps, "log">): Promise<void> {
  const before = clock().subtract({ seconds: SETTLED_AFTER_SECONDS });
  await db.write(ACROSS_OFFICES, (tx) => settleSearches(tx, before));
}
