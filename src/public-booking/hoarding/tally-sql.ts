import type { Read, Tx } from "../../platform/database/sql.ts";
import { COUNTED_DAYS, type HoardingCounts, type Restraint } from "./contract.ts";

export async function addCounts(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  counts: ReadonlyMap<Restraint, number>,
): Promise<void> {
  const given = [...counts].map(([what, count]) => ({ what, count }));
  await tx.sql`
    with gone as (delete from hoarding_count where office_id = ${officeId} and date < ${date.subtract({ days: 60 })})
    insert into hoarding_count (office_id, date, what, count)
    select ${officeId}::integer, ${date}::date, what, count
    from json_to_recordset(${JSON.stringify(given)}::json) as given (what text, count integer)
    on conflict (office_id, date, what) do update set count = hoarding_count.count + excluded.count`;
}

/** Of the last days, the most frequent first. */
export async function countsUntil(
  tx: Read,
  officeId: number,
  today: Temporal.PlainDate,
): Promise<HoardingCounts["counts"]> {
  return tx.sql<HoardingCounts["counts"][number]>`
    select what, sum(count)::integer as count from hoarding_count
    where office_id = ${officeId} and date > ${today.subtract({ days: COUNTED_DAYS })} and date <= ${today}
    group by what order by count desc, what`;
}
