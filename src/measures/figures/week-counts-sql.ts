import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { countedDays } from "./figures-sql.ts";
import { type OfficeWeekCounts, weekCountsOf } from "./week-counts.ts";

/** Of a week that no night has summed, as the one that ended just now, those of its days. In their order; without days it has none. */
export async function countsOfClosedWeeks(
  tx: Read,
  officeId: number,
  { from, to }: ClosedWeeks,
): Promise<OfficeWeekCounts[]> {
  const weeks = await tx.sql<{ monday: string; counts: OfficeWeekCounts | null }>`
    with week as (select distinct date_trunc('week', date)::date as monday from day_completeness
      where office_id = ${officeId} and date >= ${from} and date <= ${to})
    select week.monday::text as monday, counts
    from week left join office_week_counts as counted on office_id = ${officeId} and counted.monday = week.monday order by 1`;
  const each: OfficeWeekCounts[] = [];
  for (const { monday, counts } of weeks) each.push(...(counts ? [counts] : await countsOfDays(tx, officeId, monday)));
  return each;
}

async function countsOfDays(tx: Read, officeId: number, monday: string): Promise<OfficeWeekCounts[]> {
  const from = Temporal.PlainDate.from(monday);
  return weekCountsOf(await countedDays(tx, officeId, { from, to: from.add({ days: 6 }) }));
}

/** Of a week that has its sums. */
export async function insertWeekCounts(tx: Tx, officeId: number, counts: OfficeWeekCounts): Promise<void> {
  await tx.sql`
    insert into office_week_counts (office_id, monday, counts)
    values (${officeId}, ${counts.monday}, ${JSON.stringify(counts)}::json)`;
}
