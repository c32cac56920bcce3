import { mondayOf } from "../../kit/weeks-range.ts";
import { closedWeeks } from "../../platform/closed-weeks.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { MOST_WEEKS } from "../contract.ts";
import { countedDays } from "../figures/figures-sql.ts";
import { weekCountsOf } from "../figures/week-counts.ts";
import { insertWeekCounts } from "../figures/week-counts-sql.ts";
import { officeWeekOf } from "./office-week.ts";
import { replaceWeek, weeksWithoutSums } from "./weeks-sql.ts";

/**
 * Sums of an office's closed weeks: of those whose days were counted just now, and of those that have none, as after the
 * release before this one.
 * @param counted from the first day that was counted anew to the last one that has ended, both included
 */
export async function sumWeeks(
  tx: Tx,
  officeId: number,
  counted: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<void> {
  const span = closedWeeks(counted.to.add({ days: 1 }), MOST_WEEKS);
  const mondays = new Set(await weeksWithoutSums(tx, officeId, span));
  let monday = Temporal.PlainDate.from(mondayOf(counted.from.toString()));
  for (; Temporal.PlainDate.compare(monday, span.to) < 0; monday = monday.add({ weeks: 1 }))
    mondays.add(monday.toString());
  for (const first of [...mondays].map((date) => Temporal.PlainDate.from(date))) {
    const days = await countedDays(tx, officeId, { from: first, to: first.add({ days: 6 }) });
    const [counts] = weekCountsOf(days);
    if (!counts) continue;
    await replaceWeek(tx, officeId, first, officeWeekOf(days, counts));
    await insertWeekCounts(tx, officeId, counts);
  }
}
