import type { AcrossOffices, Read } from "../../platform/database/sql.ts";

/** Which offices wish to hear each evening of the next day, and what there is to hear. */

export async function officesWithEvening(tx: AcrossOffices): Promise<number[]> {
  const rows = await tx.sql<{ id: number }>`
    select id from offices_with_evening_message() as wishing (id) join office using (id) where email is not null order by id`;
  return rows.map(({ id }) => id);
}

/** Null: it does not wish so any more. */
export async function eveningAddress(tx: Read, officeId: number): Promise<string | null> {
  const rows = await tx.sql<{ email: string | null }>`
    select email from office join office_settings as settings on settings.office_id = office.id
    where office.id = ${officeId} and settings.evening_message`;
  return rows[0]?.email ?? null;
}

interface ExpectedInQueue {
  readonly queue: number;
  readonly count: number;
  /** When the first of them stands, in epoch minutes */
  readonly from: number;
}

/** `from` and `to` half-open; what citizens only hold does not count. */
export async function expectedByQueue(
  tx: Read,
  officeId: number,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<ExpectedInQueue[]> {
  return tx.sql<ExpectedInQueue>`
    select queue, count(*)::integer as count, minute_of(min(starts_at)) as "from" from appointment
    where office_id = ${officeId} and starts_at >= ${from} and starts_at < ${to} and status = 'booked' group by queue`;
}
