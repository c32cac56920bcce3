import { employeeName } from "../identity/employee-name-sql.ts";
import type { Read, Tx } from "../platform/database/sql.ts";

export interface LetterFrameRow {
  readonly senderName: string;
  readonly foot: string | null;
  readonly footEn: string | null;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

export async function letterFrameRow(tx: Read): Promise<LetterFrameRow> {
  const rows = await tx.sql<LetterFrameRow>`
    select sender_name as "senderName", foot, foot_en as "footEn", version, changed_at as "changedAt",
      ${employeeName("changed_by")} as "changedBy"
    from letter_frame`;
  return rows[0] as LetterFrameRow;
}

/** Held until the transaction ends: of two who save at once the second one sees what the first one wrote. */
export async function lockLetterFrame(tx: Tx): Promise<void> {
  await tx.sql`select from letter_frame for update`;
}

export async function updateLetterFrame(
  tx: Tx,
  employeeId: number,
  { senderName, foot, footEn }: Pick<LetterFrameRow, "senderName" | "foot" | "footEn">,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update letter_frame set sender_name = ${senderName}, foot = ${foot}, foot_en = ${footEn}, version = version + 1,
      changed_at = ${now}, changed_by = ${employeeId}`;
}
