import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { type ClosedWeeks, closedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { InVainCounts, InVainServices } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";
import { countsOfServices, daysOfWeeks } from "./national-sql.ts";

/** A service of fewer visits says nothing by itself, and somebody might be known by it */
export const LEAST_VISITS = 50;

/** «Ήρθαν άδικα»: by service, the most often in vain first; nothing of an office or a person. */
export async function inVainOfServices(
  tx: Read,
  _ministry: MinistryStaff,
  weeks: number,
  now: Temporal.Instant,
): Promise<InVainServices> {
  const span = closedWeeks(dateOf(now), weeks);
  const all = await countsOfServices(tx, span);
  const few = all.filter(({ visits }) => visits < LEAST_VISITS);
  return {
    ...inText(span),
    days: await daysOfWeeks(tx, span),
    services: all
      .filter(({ visits }) => visits >= LEAST_VISITS)
      .sort((a, b) => inVainCount(b) / b.visits - inVainCount(a) / a.visits),
    others: { services: few.length, ...addedCounts(few) },
  };
}

export const inText = ({ from, to }: ClosedWeeks) => ({ from: from.toString(), to: to.toString() });

export const addedCounts = (each: readonly InVainCounts[]): InVainCounts =>
  each.reduce(
    (sum, one) => ({
      visits: sum.visits + one.visits,
      paper: sum.paper + one.paper,
      elsewhere: sum.elsewhere + one.elsewhere,
      needless: sum.needless + one.needless,
    }),
    { visits: 0, paper: 0, elsewhere: 0, needless: 0 },
  );
