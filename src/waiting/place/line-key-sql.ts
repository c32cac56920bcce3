import type { Read, Tx } from "../../platform/database/sql.ts";

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

/** In whichever office; null: there is no such key. */
export async function placeOfKey(
  tx: Read,
  hash: Buffer,
): Promise<{ readonly office: number; readonly date: string; readonly visit: string } | null> {
  const rows = await tx.sql<{ office: number; date: string; visit: string }>`
    select office_id as office, date::text as date, visit from visit_of_line_key(${hash})`;
  return rows[0] ?? null;
}
