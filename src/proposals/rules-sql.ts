import { employeeFullName } from "../identity/employee-name-sql.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import type { Rules } from "./rule-rows.ts";

/** The rules as a proposal reads them; others write them. */

/** By how many minutes at most the office moves somebody earlier without its head's choice. */
export async function earlierMinutesOf(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ minutes: number }>`
    select earlier_minutes as minutes from office_settings where office_id = ${officeId}`;
  return (rows[0] as { minutes: number }).minutes;
}

/** Of the exceptions those that end in the minute of `since` (as one does that is ended then) or later. */
export async function readRules(tx: Read, officeId: number, since: Temporal.Instant): Promise<Rules> {
  const rows = await tx.sql<Rules>`select
    (select coalesce(json_agg(to_jsonb(queue) - 'office_id' - 'version'), '[]') from queue where office_id = ${officeId}) as queue,
    (select coalesce(json_agg(to_jsonb(hours) - 'office_id'), '[]')
      from queue_hours as hours where office_id = ${officeId}) as queue_hours,
    (select coalesce(json_agg(to_jsonb(activity) - 'office_id'), '[]')
      from queue_activity as activity where office_id = ${officeId}) as queue_activity,
    (select coalesce(json_agg(to_jsonb(substitute) - 'office_id'), '[]')
      from queue_substitute as substitute where office_id = ${officeId}) as queue_substitute,
    (select coalesce(json_agg(to_jsonb(exception) - 'office_id'), '[]')
      from exception where office_id = ${officeId} and ends_at >= date_trunc('minute', ${since}::timestamptz)) as exception`;
  return rows[0] as Rules;
}

/** From `today` on, on every date. */
export async function defaultIsActive(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<boolean> {
  const rows = await tx.sql`
    select from queue where office_id = ${officeId} and is_default and (not is_active or exists (
      select from queue_activity as dated where dated.office_id = queue.office_id and dated.queue = number
        and not dated.is_active and upper(valid) > ${today}))`;
  return rows.length === 0;
}

/** Two queues that one employee would serve at the same time. */
export interface ServedTwice {
  readonly employee: string;
  /** Of this office */
  readonly a: number;
  readonly b: number;
  /** The name of the office that b is of; null: this one */
  readonly elsewhere: string | null;
}

/** From `since` on; the first such date first. */
export async function servedTwice(
  tx: AcrossOffices,
  officeId: number,
  since: Temporal.PlainDate,
): Promise<ServedTwice[]> {
  return tx.sql`
    select ${employeeFullName} as employee, elsewhere.name as elsewhere,
      case office_a when mine then a else b end as a, case office_a when mine then b else a end as b
    from doubly_served(${officeId}, ${since}) cross join cast(${officeId} as integer) as mine
      join employee on employee.id = employee_id
      left join office as elsewhere on elsewhere.id in (office_a, office_b) and elsewhere.id <> mine
    order by date, 3, 4`;
}

/** Another office that gives one of them a queue waits for the end of this transaction. */
export async function lockStaff(tx: Tx, officeId: number, since: Temporal.PlainDate): Promise<void> {
  await tx.sql`
    select pg_advisory_xact_lock(hashtextextended('serves ' || employee_id, 0)) from (
      select employee_id from queue where office_id = ${officeId} and not is_archived and employee_id is not null
      union select employee_id from queue_substitute where office_id = ${officeId} and date >= ${since}
      order by employee_id) as staff`;
}
