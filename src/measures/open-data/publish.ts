import type { Logger } from "pino";
import { ACROSS_OFFICES, OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { officesToMeasure } from "../sql.ts";
import { openDataKey } from "./key.ts";
import { claimDueMonth, noteOtherMethods } from "./open-month-sql.ts";
import { METHOD, publishMonth } from "./publish-month.ts";

/** By then no night counts a day of that month anew */
export const PUBLISHED_AFTER_DAYS = 8;
/** So long it is waited for offices of which days are still to be counted */
export const WAITED_DAYS = 15;
/** Who has begun and was killed keeps others from it for so long */
export const CLAIM_MINUTES = 10;

export interface PublishDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Makes the open data of a month that has ended, and makes them anew where something was counted since. */
export const startPublishing = ({ log, ...deps }: PublishDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "open-data", {
    act: (signal) => publishDue(deps, signal),
    failure: "open data of a month could not be made",
  });

/**
 * Month by month; of several processes one makes a month. False when some is left.
 * @throws OpenDataKeyLost
 */
export async function publishDue({ db, clock }: PublishDeps, signal?: AbortSignal): Promise<boolean> {
  const now = clock();
  const key = await openDataKey(db);
  const isCounted = (await db.read(ACROSS_OFFICES, (tx) => officesToMeasure(tx, now))).length === 0;
  const endedBy = dateOf(now).subtract({ days: isCounted ? PUBLISHED_AFTER_DAYS : WAITED_DAYS });
  const claim = { endedBy, key: key.fingerprint, now, until: now.add({ minutes: CLAIM_MINUTES }) };
  await db.write(OF_NATION, (tx) => noteOtherMethods(tx, METHOD, key.fingerprint));
  for (;;) {
    if (signal?.aborted) return false;
    const due = await db.write(OF_NATION, (tx) => claimDueMonth(tx, claim));
    if (!due) return isCounted;
    await publishMonth(db, { due, key, now });
  }
}
