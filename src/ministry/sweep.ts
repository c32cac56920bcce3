import type { Logger } from "pino";
import { lockOffice } from "../appointments/place/locks.ts";
import { announceRules } from "../live/announce.ts";
import { ACROSS_OFFICES, OF_NATION } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import type { Clock } from "../platform/time.ts";
import type { Worker } from "../platform/worker.ts";
import { claimOffice, endSweep, noteSwept, officesToSweep, sweepsUnderWay } from "./sweep-sql.ts";

export interface SweepDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes what the ministry has ruled to every office, beside everything else. Woken by each ruling (live/notice.ts). */
export const startSweeping = (deps: SweepDeps): Worker =>
  startJob(deps, "rulings", {
    act: (signal) => sweepAll(deps, signal),
    failure: "the ministry's rulings have not reached all offices yet",
  });

/** Any number of processes may do it at once, and take up where one was stopped. False while an office is left. */
export async function sweepAll(deps: SweepDeps, signal?: AbortSignal): Promise<boolean> {
  let isDone = true;
  for (const sweep of await deps.db.read(OF_NATION, sweepsUnderWay)) {
    for (const office of await deps.db.read(ACROSS_OFFICES, (tx) => officesToSweep(tx, sweep))) {
      if (signal?.aborted) return false;
      await sweepOffice(deps, sweep, office).catch((error) => {
        deps.log.warn({ err: error, sweep, office }, "a ruling of the ministry has not reached an office yet");
      });
    }
    isDone = (await deps.db.write(ACROSS_OFFICES, (tx) => endSweep(tx, sweep, deps.clock()))) && isDone;
  }
  return isDone;
}

/**
 * Has the office to itself: bookings under way when the ruling came have ended and are counted, later ones obey it.
 * Then its desks are told.
 */
const sweepOffice = ({ db, clock }: SweepDeps, sweep: string, office: number): Promise<void> =>
  db.write({ office }, async (tx) => {
    if (!(await claimOffice(tx, sweep, office))) return;
    await lockOffice(tx, office);
    if (await noteSwept(tx, sweep, office, clock())) announceRules(tx, office);
  });
