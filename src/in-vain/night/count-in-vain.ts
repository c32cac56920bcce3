import { lockDays } from "../../appointments/place/locks.ts";
import { mondayOf } from "../../kit/weeks-range.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { inVainCount } from "../in-vain-count.ts";
import {
  addWeekDays,
  addWeekSums,
  closeDays,
  noteUse,
  servedByService,
  uncountedDays,
  type WeekSum,
  type WeekUse,
} from "./count-sql.ts";

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
  const uncounted = await uncountedDays(tx, officeId, last);
  // Who is just noting one is waited for; who comes later is told that the day has been counted.
  for (const { date } of uncounted) await lockDays(tx, officeId, Temporal.PlainDate.from(date));
  const days = uncounted.map(({ date, visits, complete }) => ({
    date: Temporal.PlainDate.from(date),
    monday: mondayOf(date),
    isWhole: complete >= completeShare * visits,
  }));
  const sums: WeekSum[] = [];
  const weeks: WeekUse[] = [];
  for (const { date, monday } of days.filter(({ isWhole }) => isWhole)) {
    const ofDay = await servedByService(tx, officeId, date);
    sums.push(...ofDay.map((sum) => ({ ...sum, monday })));
    weeks.push({ monday, isUsed: ofDay.some((sum) => inVainCount(sum) > 0) });
  }
  await addWeekSums(tx, sums);
  await noteUse(tx, officeId, last, weeks);
  await addWeekDays(
    tx,
    days.map(({ monday, isWhole }) => ({ monday, counted: Number(isWhole), leftOut: Number(!isWhole) })),
  );
  await closeDays(tx, officeId, last);
}
