import type { Read } from "../platform/database/sql.ts";

/** What closes the office though its head did not: a national closure, one of its region, a holiday. */
export interface ClosingRow {
  readonly kind: "closure" | "holiday";
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly reason: string;
}

/** Those that are not over and begin before `until`, in order. */
export async function closingsFrom(
  tx: Read,
  officeId: number,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<ClosingRow[]> {
  return tx.sql<ClosingRow>`
    select kind, starts_at, ends_at, reason from (
      select 'closure' as kind, starts_at, ends_at, reason from closure
        where region is null or region = (select region from office where id = ${officeId})
      union all
      select 'holiday', (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
        (date + 1)::timestamp at time zone 'Europe/Athens', name from holiday
    ) as closing
    where ends_at > ${now} and starts_at < ${until} order by starts_at, kind, reason`;
}
