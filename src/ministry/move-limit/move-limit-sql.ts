import { employeeName } from "../../identity/employee-name-sql.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";

export interface MoveLimitRow {
  readonly moves: number;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

export async function moveLimitRow(tx: Read): Promise<MoveLimitRow> {
  const rows = await tx.sql<MoveLimitRow>`
    select moves, version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy" from move_limit`;
  return rows[0] as MoveLimitRow;
}

/** Held until the transaction ends: of two who save at once the second one sees what the first one wrote. */
export async function lockMoveLimit(tx: Tx): Promise<void> {
  await tx.sql`select from move_limit for update`;
}

export async function updateMoveLimit(tx: Tx, employeeId: number, moves: number, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update move_limit set moves = ${moves}, version = version + 1, changed_at = ${now}, changed_by = ${employeeId}`;
}
