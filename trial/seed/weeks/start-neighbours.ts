import type { Logger } from "pino";
import { publishDue } from "../../../src/measures/open-data/publish.ts";
import { noteMonthsDue } from "../../../src/measures/outcomes/outcomes-sql.ts";
import { type OwnerDatabase, openOwner } from "../../../src/platform/database/owner.ts";
import { ACROSS_OFFICES } from "../../../src/platform/database/sql.ts";
import type { Database } from "../../../src/platform/database/transaction.ts";
import { type Clock, dateOf } from "../../../src/platform/time.ts";
import { startWorker, type Worker } from "../../../src/platform/worker.ts";
import { demandedServices, furnish } from "../furnish.ts";
import { NOBODY } from "../hands.ts";
import type { OfficePlan } from "../office-plan.ts";
import { furnishingOf } from "../seed-demo.ts";
import { analyze, commitAtLeisure, officeId } from "../seed-sql.ts";
import { NEIGHBOURS } from "./neighbours.ts";
import { withoutHours } from "./weeks-sql.ts";
import { firstPastDay, writeWeeks } from "./write-weeks.ts";

interface NeighboursDeps {
  readonly ownerUrl: string;
  /** Of the application, which publishes what was counted */
  readonly app: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Closed weeks */
  readonly weeks: number;
}

const HOUR = 3_600_000;
const AGAIN_MS = 30_000;

/** Furnishes the offices that stand without hours while the program already serves: each whole or not at all. */
export const startNeighbours = (deps: NeighboursDeps): Worker =>
  startWorker(deps.log, {
    everyMs: 24 * HOUR,
    againMs: AGAIN_MS,
    failure: "invented offices could not be furnished",
    act: async (signal) => {
      const owner = openOwner(deps.ownerUrl);
      try {
        return await furnishNeighbours(owner, deps, signal);
      } finally {
        await owner.close();
      }
    },
  });

async function furnishNeighbours({ db }: OwnerDatabase, deps: NeighboursDeps, signal: AbortSignal): Promise<boolean> {
  const codes = new Set(await db.read(ACROSS_OFFICES, (tx) => withoutHours(tx)));
  const plans = NEIGHBOURS.filter(({ code }) => codes.has(code));
  for (const [at, plan] of plans.entries()) {
    if (signal.aborted) return false;
    await furnishOne(db, plan, { ...deps, isLast: at === plans.length - 1 });
  }
  if (plans.length === 0) return true;
  await db.write(ACROSS_OFFICES, analyze);
  return publishDue({ db: deps.app, clock: deps.clock }, signal);
}

/** With the last one the months are due: else the open data of each would be published anew with every office. */
const furnishOne = (
  db: Database,
  plan: OfficePlan,
  { clock, weeks, isLast }: Pick<NeighboursDeps, "clock" | "weeks"> & { readonly isLast: boolean },
): Promise<void> =>
  db.write(ACROSS_OFFICES, async (tx) => {
    await commitAtLeisure(tx);
    const now = clock();
    const office = (await officeId(tx, plan.code)) as number;
    const furnishing = furnishingOf({ now });
    const work = { plan, hands: NOBODY };
    await furnish(tx, office, work, furnishing);
    const { seed } = furnishing;
    if (plan.hasAppointments)
      await writeWeeks(tx, office, work, { now, weeks, seed, services: await demandedServices(tx) });
    if (isLast) await noteMonthsDue(tx, firstPastDay({ now, weeks }), dateOf(now).subtract({ days: 1 }));
  });
