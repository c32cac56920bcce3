import type { Logger } from "pino";
import { ACROSS_OFFICES, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Clock } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { placesByTelephone } from "./by-telephone.ts";
import { claimLook, noteFirstFree, officesToLookAhead } from "./first-free-sql.ts";

const AGAIN_MINUTES = 60;
const FAILURE = "an office's first free time could not be noted";

interface LookDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Every hour notes of each office when it has its first free time, which over a thousand of them nobody can ask at once. */
export const startLookingAhead = ({ log, ...deps }: LookDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "first-free-times", {
    act: (signal) => lookAhead(deps, (err, office) => log.warn({ err, office }, FAILURE), signal),
    failure: FAILURE,
  });

/** Office by office; any number of processes may do it at once. False when some are left. */
export async function lookAhead(
  { db, clock }: LookDeps,
  onFailure: (error: unknown, office: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  let isDone = true;
  for (const office of await db.read(ACROSS_OFFICES, (tx) =>
    officesToLookAhead(tx, clock().subtract({ minutes: AGAIN_MINUTES })),
  )) {
    if (signal?.aborted) return false;
    const isNoted = await db
      .write({ office }, (tx) => lookAheadOf(tx, office, clock()))
      .catch((error) => {
        onFailure(error, office);
        return false;
      });
    isDone &&= isNoted;
  }
  return isDone;
}

async function lookAheadOf(tx: Tx, office: number, now: Temporal.Instant): Promise<boolean> {
  if (!(await claimLook(tx, office))) return false;
  const [place] = await placesByTelephone(tx, office, { now, count: 1 });
  await noteFirstFree(tx, office, place?.date ?? null, now);
  return true;
}
