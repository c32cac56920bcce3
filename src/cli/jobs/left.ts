import { officesToFill } from "../../appointments/names/fill-words.ts";
import { lettersWaiting } from "../../mail/measure.ts";
import { officesBehind } from "../../measures/measure-days.ts";
import { noticesWaiting } from "../../partners/webhooks/start-notifying.ts";
import { ACROSS_OFFICES, type AcrossOffices } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { JobName } from "../../platform/jobs/jobs.ts";
import { officesOverdue } from "../../retention/anonymize.ts";

/** How much of a job is still to be done: messages, notices, or offices. A job that keeps no list of it is not there. */
export type Left = Readonly<Partial<Record<JobName, number>>>;

const LISTS: Readonly<Partial<Record<JobName, (tx: AcrossOffices, now: Temporal.Instant) => Promise<number>>>> = {
  letters: lettersWaiting,
  "partner-notices": noticesWaiting,
  "search-words": officesToFill,
  measures: officesBehind,
  anonymizing: officesOverdue,
};

/** @param now by the server's clock */
export const leftOf = (db: Database, now: Temporal.Instant): Promise<Left> =>
  db.read(ACROSS_OFFICES, async (tx) => {
    const left: Partial<Record<JobName, number>> = {};
    for (const [job, count] of Object.entries(LISTS)) left[job as JobName] = await count(tx, now);
    return left;
  });
