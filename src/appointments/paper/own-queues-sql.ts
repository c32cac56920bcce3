import type { Read } from "../../platform/database/sql.ts";
import { servedOn } from "../served-on-sql.ts";

export interface ServedQueue {
  readonly number: number;
  /** The employee who serves it that day; null: nobody does */
  readonly served_by: number | null;
}

export interface QueueOfEmployee {
  readonly number: number;
  readonly is_own: boolean;
}

/** The office's queues on a date, the default one before the others. */
export const queuesServedOn = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<ServedQueue[]> =>
  tx.sql<ServedQueue>`
    select number, served_by
    from queue ${servedOn(date)} where office_id = ${officeId} and not is_archived order by is_default desc, number`;

/** The same, those that the employee serves before these. */
export async function queuesForEmployee(
  tx: Read,
  officeId: number,
  employeeId: number,
  date: Temporal.PlainDate,
): Promise<QueueOfEmployee[]> {
  const queues = await queuesServedOn(tx, officeId, date);
  return queues
    .map(({ number, served_by }) => ({ number, is_own: served_by === employeeId }))
    .sort((one, other) => Number(other.is_own) - Number(one.is_own));
}
