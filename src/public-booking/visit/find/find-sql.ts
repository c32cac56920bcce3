import type { AcrossOffices, Read, Tx } from "../../../platform/database/sql.ts";

/** SQL by which a citizen's appointment is found again. */

export async function officeOfReference(tx: AcrossOffices, reference: string): Promise<number | null> {
  const [row] = await tx.sql<{ office: number | null }>`select office_of_reference(${reference}) as office`;
  return row?.office ?? null;
}

export interface FoundVisit {
  readonly id: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly starts_at: Temporal.Instant;
  readonly queue: number;
}

/** To come, where citizens book for themselves; null: there is none. */
export async function visitOfReference(
  tx: Read,
  officeId: number,
  reference: string,
  now: Temporal.Instant,
): Promise<FoundVisit | null> {
  const rows = await tx.sql<FoundVisit>`
    select appointment.id, last_name, appointment.email, starts_at, queue
    from appointment join office on office.id = office_id and is_open_to_citizens(office.id, region)
    where office_id = ${officeId} and reference = ${reference} and status = 'booked' and ends_at > ${now}`;
  return rows[0] ?? null;
}

/** Nobody can tell by the time that the disk takes whether anything was written. */
export async function commitUnawaited(tx: Tx): Promise<void> {
  await tx.sql`select set_config('synchronous_commit', 'off', true)`;
}
