import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { OfficeWeek } from "./office-week.ts";

/** Mondays of an office's weeks of which days were counted and no sums are there. */
export const weeksWithoutSums = async (tx: Read, officeId: number, { from, to }: ClosedWeeks): Promise<string[]> =>
  (
    await tx.sql<{ monday: string }>`
      select distinct date_trunc('week', date)::date::text as monday from day_completeness
      where office_id = ${officeId} and date >= ${from} and date <= ${to} and not exists (
        select from office_week_counts as counted where counted.office_id = ${officeId} and monday = date_trunc('week', date)::date)`
  ).map(({ monday }) => monday);

/** In the place of what the week came to before: its counts go with it. */
export async function replaceWeek(
  tx: Tx,
  officeId: number,
  monday: Temporal.PlainDate,
  week: OfficeWeek,
): Promise<void> {
  await tx.sql`delete from office_week where office_id = ${officeId} and monday = ${monday}`;
  await tx.sql`
    insert into office_week (office_id, monday, days, open_minutes, counters, visits, complete, on_time, present, no_shows,
      due, soon, walk_ins, appointment_waits, walk_in_waits, nights, third_free_days)
    values (${officeId}, ${monday}, ${week.days}, ${week.openMinutes}, ${week.counters}, ${week.visits}, ${week.complete},
      ${week.onTime}, ${week.present}, ${week.noShows}, ${week.due}, ${week.soon}, ${week.walkIns},
      ${week.appointmentWaits}, ${week.walkInWaits}, ${week.nights}, ${week.thirdFreeDays})`;
}
