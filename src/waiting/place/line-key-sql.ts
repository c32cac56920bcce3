import type { TicketStatus } from "../../appointments/statuses.ts";
import type { ServiceGroup } from "../../catalogue/service-groups.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of the keys by which places in the line are seen. */

interface LineKey {
  readonly hash: Buffer;
  readonly date: Temporal.PlainDate;
  /** The appointment or the ticket */
  readonly visit: string;
}

export async function insertLineKey(
  tx: Tx,
  officeId: number,
  { hash, date, visit }: LineKey,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into line_key (office_id, hash, date, visit, made_at)
    values (${officeId}, ${hash}, ${date}, ${visit}, ${now})`;
}

/** Null: the office has no such key of that day. */
export async function visitOfLineKey(
  tx: Read,
  officeId: number,
  { hash, date }: Omit<LineKey, "visit">,
): Promise<string | null> {
  const rows = await tx.sql<{ visit: string }>`
    select visit from line_key where office_id = ${officeId} and hash = ${hash} and date = ${date}`;
  return rows[0]?.visit ?? null;
}

/** A number by its key of that day; null: there is none, or it is an appointment's. */
export async function ticketOfLineKey(
  tx: Read,
  officeId: number,
  { hash, date }: Omit<LineKey, "visit">,
): Promise<{ readonly id: string; readonly group: ServiceGroup | null; readonly status: TicketStatus } | null> {
  const rows = await tx.sql<{ id: string; group: ServiceGroup | null; status: TicketStatus }>`
    select ticket.id, service_group as "group", status
    from line_key as own join ticket on ticket.office_id = own.office_id and ticket.id = own.visit
    where own.office_id = ${officeId} and own.hash = ${hash} and own.date = ${date}`;
  return rows[0] ?? null;
}

/** In whichever office; null: there is no such key. */
export async function placeOfKey(
  tx: AcrossOffices,
  hash: Buffer,
): Promise<{ readonly office: number; readonly date: string; readonly visit: string } | null> {
  const rows = await tx.sql<{ office: number; date: string; visit: string }>`
    select office_id as office, date::text as date, visit from visit_of_line_key(${hash})`;
  return rows[0] ?? null;
}
