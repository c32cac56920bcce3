import { employeeName } from "../../identity/employee-name-sql.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";

export interface RetentionPeriodRow {
  readonly days: number;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

export async function retentionPeriodRow(tx: Read): Promise<RetentionPeriodRow> {
  const rows = await tx.sql<RetentionPeriodRow>`
    select days, version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy" from retention`;
  return rows[0] as RetentionPeriodRow;
}

/** Held until the transaction ends: of two who save at once the second one sees what the first one wrote. */
export async function lockRetentionPeriod(tx: Tx): Promise<void> {
  await tx.sql`select from retention for update`;
}

export async function updateRetentionPeriod(
  tx: Tx,
  employeeId: number,
  days: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update retention set days = ${days}, version = version + 1, changed_at = ${now}, changed_by = ${employeeId}`;
}
