import type { Read } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";
import { AT_COUNTER } from "../statuses.ts";

/** Who is served at a queue's counter on a date, with an appointment or with a number. */
export function visitsAtCounter(
  tx: Read,
  officeId: number,
  { queue, date }: { readonly queue: number; readonly date: Temporal.PlainDate },
): Promise<{ readonly id: string }[]> {
  const day = localDay(date);
  return tx.sql<{ id: string }>`
    select id from appointment
    where office_id = ${officeId} and coalesce(counter, queue) = ${queue} and status = any(${AT_COUNTER}::text[])
      and starts_at >= ${instantOf(day.from)} and starts_at < ${instantOf(day.to)}
    union all
    select id from ticket
    where office_id = ${officeId} and date = ${date} and queue = ${queue} and status = any(${AT_COUNTER}::text[])`;
}
