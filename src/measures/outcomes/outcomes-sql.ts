import type { Tx } from "../../platform/database/sql.ts";
import type { GroupOutcomes } from "./outcomes.ts";

/** In the place of what was counted of that day before. */
export async function replaceOutcomes(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  outcomes: GroupOutcomes,
): Promise<void> {
  await tx.sql`delete from day_outcome where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_outcome (office_id, date, outcomes) values (${officeId}, ${date}, ${JSON.stringify(outcomes)}::json)`;
}

/** Their open data are to be made, or made anew. Others wait at the same rows: the last statement. @param last included */
export async function noteMonthsDue(tx: Tx, first: Temporal.PlainDate, last: Temporal.PlainDate): Promise<void> {
  await tx.sql`
    insert into open_month_due (month)
    select month::date from generate_series(
      date_trunc('month', ${first}::date::timestamp), ${last}::date::timestamp, interval '1 month') as month
    order by month
    on conflict (month) do update set changes = open_month_due.changes + 1`;
}
