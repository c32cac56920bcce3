import { servedOn } from "../appointments/served-on-sql.ts";
import type { Status } from "../appointments/statuses.ts";
import { employeeName } from "../identity/employee-name-sql.ts";
import type { Read } from "../platform/database/sql.ts";

/** SQL of an overview besides the facts that decide on free times. No persons. */

export interface NamedQueue {
  readonly number: number;
  readonly name: string;
  readonly employee: string | null;
}

/** Each with its employee of that date. */
export async function namedQueues(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<NamedQueue[]> {
  return tx.sql<NamedQueue>`
    select number, name, ${employeeName("served_by")} as employee
    from queue ${servedOn(date)} where office_id = ${officeId} and not is_archived order by number`;
}

export interface BookedVisit {
  readonly queue: number;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly status: Status;
}

/** Live appointments that start from `from` to `to`, half-open, in order. */
export async function visitsBetween(
  tx: Read,
  officeId: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<BookedVisit[]> {
  return tx.sql<BookedVisit>`
    select queue, starts_at, ends_at, status from appointment
    where office_id = ${officeId} and live and starts_at >= ${from} and starts_at < ${to} order by starts_at, queue`;
}

export interface Staffing {
  readonly number: number;
  readonly hasEmployee: boolean;
  /** Dates on which somebody else serves it */
  readonly substituted: readonly string[];
}

/** Whether each queue has somebody to serve it, from `first` to `last`, both included. */
export async function staffingOf(
  tx: Read,
  officeId: number,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<Staffing[]> {
  return tx.sql<Staffing>`
    select number, employee_id is not null as "hasEmployee", array(
        select date::text from queue_substitute
        where queue_substitute.office_id = queue.office_id and queue = number and date between ${first} and ${last}
      ) as substituted
    from queue where office_id = ${officeId} and not is_archived order by number`;
}
