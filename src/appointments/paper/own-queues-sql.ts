import type { Read } from "../../platform/database/sql.ts";
import { servedOn } from "../served-on-sql.ts";

export interface QueueOfEmployee {
  readonly number: number;
  readonly is_own: boolean;
}

/** The office's queues on a date, those that the employee served before the others, and the default one before these. */
export async function queuesForEmployee(
  tx: Read,
  officeId: number,
  employeeId: number,
  date: Temporal.PlainDate,
): Promise<QueueOfEmployee[]> {
  return tx.sql<QueueOfEmployee>`
    select number, served_by is not distinct from ${employeeId}::integer as is_own
    from queue ${servedOn(date)} where office_id = ${officeId} and not is_archived
    order by is_own desc, is_default desc, number`;
}
