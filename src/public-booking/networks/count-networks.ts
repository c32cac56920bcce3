import type { Logger } from "pino";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { countDaysBefore, forgetDaysBefore } from "./networks-sql.ts";

interface CountDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Until then every process has written what came before midnight. */
const AFTER_MIDNIGHT = { hours: 1 } as const;
/** Counts of the nation stay so long; hashes go as soon as their day is counted. */
const COUNTS_DAYS = 60;

/** Days that are over become counts of the nation, and no hash of a network stays. */
export const countNetworks = ({ db, clock }: CountDeps): Promise<void> =>
  db.write(OF_NATION, async (tx) => {
    const today = dateOf(clock().subtract(AFTER_MIDNIGHT));
    await countDaysBefore(tx, today);
    await forgetDaysBefore(tx, today.subtract({ days: COUNTS_DAYS }));
  });

export const startCountingNetworks = ({ log, ...deps }: CountDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "networks", {
    act: async () => {
      await countNetworks(deps);
      return true;
    },
    failure: "hashes of networks are kept longer than a day",
  });
