import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";

/** SQL of which partner has booked an appointment. */

/** Null: this partner has booked none of that id. */
export async function officeOfPartnerVisit(tx: AcrossOffices, partner: string, id: string): Promise<number | null> {
  const rows = await tx.sql<{ office: number | null }>`
    select office_of_partner_visit(${partner}, ${id}) as office`;
  return rows[0]?.office ?? null;
}

/** The same request, sent again, waits here for the first one. */
export async function lockRequest(tx: Tx, partner: string, key: string): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`partner ${partner} ${key}`}, 0))`;
}

export interface VisitOfKey {
  readonly office: number;
  readonly id: string;
  readonly requestHash: Buffer;
}

/** What a request of that key has booked; null: none was carried out. */
export async function visitOfKey(tx: AcrossOffices, partner: string, key: string): Promise<VisitOfKey | null> {
  const rows = await tx.sql<VisitOfKey>`
    select office_id as office, appointment_id as id, request_hash as "requestHash"
    from partner_visit_of_key(${partner}, ${key})`;
  return rows[0] ?? null;
}

interface NewVisit {
  readonly id: string;
  readonly partner: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

export async function insertPartnerVisit(
  tx: Tx,
  officeId: number,
  { id, partner, key, requestHash }: NewVisit,
): Promise<void> {
  await tx.sql`
    insert into partner_visit (office_id, appointment_id, partner, request_key, request_hash)
    values (${officeId}, ${id}, ${partner}, ${key}, ${requestHash})`;
}
