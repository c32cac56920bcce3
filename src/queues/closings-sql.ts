import type { Read } from "../platform/database/sql.ts";

/** A closing that is not the head's: a national closure, one of the region, a holiday. */
export interface ClosingRow {
  readonly kind: "closure" | "holiday";
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly reason: string;
  readonly reason_en: string | null;
}

/** Those that are not over and begin before `until`, in order. */
export async function closingsFrom(
  tx: Read,
  officeId: number,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<ClosingRow[]> {
  return tx.sql<ClosingRow>`
    select kind, starts_at, ends_at, reason,
      (select name_en from holiday where holiday.date = closings.holiday) as reason_en
    from office cross join lateral closings(region, ${now}, ${until}) where office.id = ${officeId}
    order by starts_at, kind, reason`;
}
