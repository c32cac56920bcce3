import { employeeName } from "../identity/employee-name-sql.ts";
import type { Read } from "../platform/database/sql.ts";
import type { OfficeQueue } from "./matrix/heads.ts";
import type { ServiceName } from "./names/service-of-cell.ts";

export interface OfferedService extends ServiceName {
  readonly minutes: number;
}

/** What the office offers, with its own minutes or else the catalogue's. */
export async function offeredServices(tx: Read, officeId: number): Promise<OfferedService[]> {
  return tx.sql<OfferedService>`
    select code, name, short_name as "shortName", coalesce(own.minutes, service.minutes) as minutes
    from service left join office_service as own on own.office_id = ${officeId} and own.service = service.code
    where coalesce(own.is_offered, true)`;
}

export interface LiveVisit {
  readonly starts_at: Temporal.Instant;
  readonly last_name: string;
  readonly first_name: string;
}

/** Live ones; `from` and `to` half-open. */
export async function liveVisits(
  tx: Read,
  officeId: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<LiveVisit[]> {
  return tx.sql<LiveVisit>`
    select starts_at, last_name, first_name from appointment
    where office_id = ${officeId} and live and starts_at >= ${from} and starts_at < ${to}`;
}

/** By which names columns may be headed. */
export async function queuesByName(tx: Read, officeId: number): Promise<OfficeQueue[]> {
  return tx.sql<OfficeQueue>`
    select number, name, ${employeeName("employee_id")} as employee
    from queue where office_id = ${officeId} and not is_archived order by number`;
}
