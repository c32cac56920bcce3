import type { Tx } from "../platform/database/sql.ts";

export interface Entry {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly employeeId: number;
  readonly act: string;
  readonly details: object;
}

export async function insertEntry(tx: Tx, officeId: number, entry: Entry): Promise<void> {
  await tx.sql`insert into audit_entry (office_id, id, at, employee_id, act, details)
    values (${officeId}, ${entry.id}, ${entry.at}, ${entry.employeeId}, ${entry.act}, ${JSON.stringify(entry.details)})`;
}
