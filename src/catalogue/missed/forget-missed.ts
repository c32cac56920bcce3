import type { Logger } from "pino";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Worker } from "../../platform/worker.ts";
import { forgetMissed } from "./missed-sql.ts";

/** By what the words of a day or a month were counted goes when it is over. */
export const startForgettingMissed = ({ db, log }: { readonly db: Database; readonly log: Logger }): Worker =>
  startJob({ db, log }, "missed-words", {
    act: async () => {
      await db.write(OF_NATION, forgetMissed);
      return true;
    },
    failure: "keys of the words that no service has are kept longer than a day",
  });
