import type { Logger } from "pino";
import { ACROSS_OFFICES, type AcrossOffices } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import type { Clock } from "../platform/time.ts";
import type { Worker } from "../platform/worker.ts";
import { anonymizeDue, forgetLineKeys, officesToAnonymize } from "./sql.ts";

/** So many appointments in one transaction; then others are served. */
const AT_ONCE = 200;

export interface AnonymizeDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Each night makes anonymous what has been kept as long as the ministry wants it kept. */
export const startAnonymizing = ({ log, ...deps }: AnonymizeDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "anonymizing", {
    act: async (signal) => {
      const onFailure = (err: unknown, office: number) => log.warn({ err, office }, FAILURE);
      const { appointments, left } = await anonymizeAll(deps, { signal, onFailure });
      return { isDone: left === 0, did: appointments };
    },
    failure: FAILURE,
  });

const FAILURE = "what was kept long enough could not be made anonymous";

export interface Watched {
  readonly signal?: AbortSignal;
  onOffice?(done: number, offices: number): void;
  /** The other offices are seen to all the same */
  onFailure?(error: unknown, office: number): void;
}

export interface Anonymized {
  readonly appointments: number;
  /** Offices that failed, that another process was at, or to which the signal left no time */
  readonly left: number;
}

/** Keys of places whose day is over go at once; what names people, office by office. Any number of processes may do it at once, and take up where one was stopped. */
export async function anonymizeAll(
  { db, clock }: AnonymizeDeps,
  { signal, onOffice, onFailure }: Watched = {},
): Promise<Anonymized> {
  const now = clock();
  await db.write(ACROSS_OFFICES, forgetLineKeys);
  const offices = await db.read(ACROSS_OFFICES, (tx) => officesToAnonymize(tx, now));
  let [appointments, left] = [0, 0];
  for (const [at, office] of offices.entries()) {
    onOffice?.(at, offices.length);
    const { done, isLeft } = await anonymizeOffice(db, office, now, signal).catch((error) => {
      onFailure?.(error, office);
      return { done: 0, isLeft: true };
    });
    appointments += done;
    if (isLeft) left += 1;
  }
  return { appointments, left };
}

async function anonymizeOffice(db: Database, office: number, now: Temporal.Instant, signal?: AbortSignal) {
  let done = 0;
  while (!signal?.aborted) {
    const some = await db.write({ office }, (tx) => anonymizeDue(tx, office, now, AT_ONCE));
    if (some === null) return { done, isLeft: true };
    done += some;
    if (some < AT_ONCE) return { done, isLeft: false };
  }
  return { done, isLeft: true };
}

/** How many have visits that are to be made anonymous */
export const officesOverdue = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number> =>
  (await officesToAnonymize(tx, now)).length;
