import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { lockOffice } from "../appointments/locks.ts";
import { announceRules } from "../live/announce.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import { claimOffice, endSweep, noteSwept, officesToSweep, sweepsUnderWay } from "./sweep-sql.ts";

/** How soon a new ruling, or what failed, is seen to */
const EVERY_MS = 1_000;

export interface SweepDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes what the ministry has ruled to every office, beside everything else. */
export function startSweeping(deps: SweepDeps): { stop(): Promise<void> } {
  const end = new AbortController();
  const sweepForEver = async () => {
    while (!end.signal.aborted) {
      await sweepAll(deps, end.signal).catch((error) => {
        deps.log.warn({ err: error }, "the ministry's rulings have not reached all offices yet");
      });
      await sleep(EVERY_MS, undefined, { signal: end.signal }).catch(() => {});
    }
  };
  const running = sweepForEver();
  return {
    stop: () => {
      end.abort();
      return running;
    },
  };
}

/** Any number of processes may do it at once, and take up where one was stopped. */
export async function sweepAll(deps: SweepDeps, signal?: AbortSignal): Promise<void> {
  for (const sweep of await deps.db.read({}, sweepsUnderWay)) {
    for (const office of await deps.db.read({}, (tx) => officesToSweep(tx, sweep))) {
      if (signal?.aborted) return;
      await sweepOffice(deps, sweep, office).catch((error) => {
        deps.log.warn({ err: error, sweep, office }, "a ruling of the ministry has not reached an office yet");
      });
    }
    await deps.db.write({}, (tx) => endSweep(tx, sweep, deps.clock()));
  }
}

/**
 * Has the office to itself: bookings under way when the ruling came have ended and are counted, later ones obey it.
 * Then its desks are told.
 */
const sweepOffice = ({ db, clock }: SweepDeps, sweep: string, office: number): Promise<void> =>
  db.write({ office }, async (tx) => {
    if (!(await claimOffice(tx, sweep, office))) return;
    await lockOffice(tx, office);
    if (await noteSwept(tx, sweep, office, clock())) await announceRules(tx, office);
  });
