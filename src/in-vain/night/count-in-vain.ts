import { mondayOf } from "../../kit/weeks-range.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { addWeekDays, addWeekSums, closeDays, servedByService, uncountedDays, type WeekSum } from "./count-sql.ts";

/**
 * Once, in the night after: a day's visits become sums of services without office, and what was noted of each is gone in the
 * same transaction. What is brought in later for such a day is counted elsewhere, but not here.
 * @param last the last day that was measured; whoever calls holds the office's measuring alone
 * @param completeShare of a day's visits recorded whole: with fewer it is left out, because a rate needs all that it is of
 */
export async function countInVain(
  tx: Tx,
  officeId: number,
  last: Temporal.PlainDate,
  completeShare: number,
): Promise<void> {
  const days = (await uncountedDays(tx, officeId, last)).map(({ date, visits, complete }) => ({
    date: Temporal.PlainDate.from(date),
    monday: mondayOf(date),
    isWhole: complete >= completeShare * visits,
  }));
  const sums: WeekSum[] = [];
  for (const { date, monday } of days.filter(({ isWhole }) => isWhole))
    sums.push(...(await servedByService(tx, officeId, date)).map((sum) => ({ ...sum, monday })));
  await addWeekSums(tx, sums);
  await addWeekDays(
    tx,
    days.map(({ monday, isWhole }) => ({ monday, counted: Number(isWhole), leftOut: Number(!isWhole) })),
  );
  await closeDays(tx, officeId, last);
}
