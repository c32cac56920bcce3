import { employeeFullName, employeeName } from "../identity/employee-name-sql.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { Interval } from "../platform/time.ts";
import { instantOf } from "../platform/time.ts";
import type { COUNTER_ARROWS, EXCEPTION_KINDS } from "./contract.ts";

/** All SQL that writes queues, their dates and their exceptions. Ranges of dates are half-open here, as PostgreSQL has them. */

export interface QueueRow {
  readonly number: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly active: boolean;
  readonly public: boolean;
  readonly archived: boolean;
  readonly employee: { readonly id: number; readonly name: string } | null;
  readonly slotMinutes: number;
  /** Where its counter is, as seen from a display; null: it shows none */
  readonly arrow: (typeof COUNTER_ARROWS)[number] | null;
  readonly version: number;
}

export async function queuesOf(tx: Read, officeId: number): Promise<QueueRow[]> {
  return tx.sql<QueueRow>`
    select number, name, is_default as "isDefault", is_active as active, is_public as public, is_archived as archived,
      slot_minutes as "slotMinutes", arrow, version,
      (select json_build_object('id', id, 'name', ${employeeFullName}) from employee
        where employee.id = employee_id) as employee
    from queue where office_id = ${officeId} order by number`;
}

export async function insertQueue(
  tx: Tx,
  officeId: number,
  queue: Omit<QueueRow, "employee" | "arrow" | "version"> & { employee: number | null },
) {
  await tx.sql`
    insert into queue (office_id, number, name, is_default, is_active, is_public, employee_id, slot_minutes)
    values (${officeId}, ${queue.number}, ${queue.name}, ${queue.isDefault}, ${queue.active}, ${queue.public},
      ${queue.employee}, ${queue.slotMinutes})`;
}

/** False when its version has moved. */
export async function updateQueue(tx: Tx, officeId: number, before: QueueRow, after: QueueRow): Promise<boolean> {
  const rows = await tx.sql`
    update queue set name = ${after.name}, is_active = ${after.active}, is_public = ${after.public}, is_archived = ${after.archived},
      employee_id = ${after.employee?.id ?? null}, slot_minutes = ${after.slotMinutes}, arrow = ${after.arrow},
      version = version + 1
    where office_id = ${officeId} and number = ${before.number} and version = ${before.version} returning number`;
  return rows.length === 1;
}

export async function raiseVersions(tx: Tx, officeId: number, queues: readonly number[]): Promise<void> {
  await tx.sql`update queue set version = version + 1 where office_id = ${officeId} and number = any (${queues}::int[])`;
}

export async function setDefault(tx: Tx, officeId: number, number: number): Promise<void> {
  await tx.sql`update queue set is_default = false, version = version + 1 where office_id = ${officeId} and is_default`;
  await tx.sql`update queue set is_default = true, version = version + 1
    where office_id = ${officeId} and number = ${number}`;
}

export interface NamedEmployee {
  readonly id: number;
  readonly name: string;
}

/** The employees who work in the office by the directory. */
export async function employeesOf(tx: Read, officeId: number): Promise<NamedEmployee[]> {
  return tx.sql<NamedEmployee>`
    select distinct employee.id, ${employeeFullName} as name, last_name collate "el-x-icu", first_name collate "el-x-icu"
    from membership join employee on employee.id = employee_id where office_id = ${officeId}
    order by last_name collate "el-x-icu", first_name collate "el-x-icu"`;
}

/** Of employees who work or worked anywhere: nobody is ever deleted. */
export const namesOf = (tx: Read, ids: readonly number[]): Promise<NamedEmployee[]> =>
  tx.sql`select id, ${employeeFullName} as name from employee where id = any (${ids}::int[]) order by id`;

export interface HoursRow {
  readonly queue: number;
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
  readonly from: Temporal.PlainDate | null;
  /** The day after the last */
  readonly until: Temporal.PlainDate | null;
}

export async function hoursOf(tx: Read, officeId: number): Promise<HoursRow[]> {
  return tx.sql<HoursRow>`
    select queue, weekday, opens_minute as opens, closes_minute as closes, lower(valid) as "from", upper(valid) as until
    from queue_hours where office_id = ${officeId} order by queue, weekday, opens_minute, valid`;
}

export interface NewHours extends Pick<HoursRow, "queue" | "until"> {
  readonly from: Temporal.PlainDate;
  readonly weekdays: readonly number[];
  readonly hours: readonly Pick<HoursRow, "weekday" | "opens" | "closes">[];
}

/** From `from` until `until` (null: for ever) those weekdays are as given; what reaches beyond is cut off there. */
export async function replaceHours(
  tx: Tx,
  officeId: number,
  { queue, weekdays, from, until, hours }: NewHours,
): Promise<void> {
  const cut = await tx.sql<{ rest: string | null }>`
    with cut as (
      delete from queue_hours where office_id = ${officeId} and queue = ${queue} and weekday = any (${weekdays}::int[])
        and valid && daterange(${from}::date, ${until}::date)
      returning weekday, opens_minute, closes_minute, valid
    )
    select json_agg(json_build_object('weekday', weekday, 'opens_minute', opens_minute, 'closes_minute', closes_minute,
      'valid', part))::text as rest
    from cut, unnest(datemultirange(valid) - datemultirange(daterange(${from}::date, ${until}::date))) as part`;
  await tx.sql`
    insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
    select ${officeId}::integer, ${queue}::smallint, weekday, opens_minute, closes_minute, valid
    from jsonb_to_recordset(${cut[0]?.rest ?? "[]"}::jsonb)
      as rest (weekday smallint, opens_minute smallint, closes_minute smallint, valid daterange)`;
  await tx.sql`
    insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
    select ${officeId}::integer, ${queue}::smallint, weekday, opens, closes, daterange(${from}::date, ${until}::date)
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as hours (weekday smallint, opens smallint, closes smallint)`;
}

export interface ActivityRow {
  readonly queue: number;
  readonly from: Temporal.PlainDate;
  /** The last day, included */
  readonly to: Temporal.PlainDate;
  readonly active: boolean;
}

export async function activityOf(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<ActivityRow[]> {
  return tx.sql<ActivityRow>`
    select queue, lower(valid) as "from", upper(valid) - 1 as "to", is_active as active
    from queue_activity where office_id = ${officeId} and upper(valid) > ${today} order by queue, valid`;
}

export interface NewActivity extends Pick<ActivityRow, "queue" | "from"> {
  /** The last day, included; null: for ever */
  readonly to: Temporal.PlainDate | null;
  /** null: as the queue itself is */
  readonly active: boolean | null;
}

export async function replaceActivity(
  tx: Tx,
  officeId: number,
  { queue, from, to, active }: NewActivity,
): Promise<void> {
  const cut = await tx.sql<{ rest: string | null }>`
    with cut as (
      delete from queue_activity where office_id = ${officeId} and queue = ${queue}
        and valid && daterange(${from}::date, ${to}::date, '[]') returning valid, is_active
    )
    select json_agg(json_build_object('is_active', is_active, 'valid', part))::text as rest
    from cut, unnest(datemultirange(valid) - datemultirange(daterange(${from}::date, ${to}::date, '[]'))) as part`;
  await tx.sql`
    insert into queue_activity (office_id, queue, valid, is_active)
    select ${officeId}::integer, ${queue}::smallint, valid, is_active
    from jsonb_to_recordset(${cut[0]?.rest ?? "[]"}::jsonb) as rest (valid daterange, is_active boolean)
    union all select ${officeId}, ${queue}, daterange(${from}::date, ${to}::date, '[]'), ${active}
    where ${active}::boolean is not null`;
}

export interface SubstituteRow {
  readonly queue: number;
  readonly date: Temporal.PlainDate;
  readonly employee: { readonly id: number; readonly name: string };
}

export async function substitutesOf(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<SubstituteRow[]> {
  return tx.sql<SubstituteRow>`
    select queue, date, json_build_object('id', employee.id, 'name', ${employeeFullName}) as employee
    from queue_substitute join employee on employee.id = employee_id
    where office_id = ${officeId} and date >= ${today} order by queue, date`;
}

/** By the employee's id; null: nobody replaces the queue's own. */
export async function replaceSubstitute(
  tx: Tx,
  officeId: number,
  { queue, date, employee }: Pick<SubstituteRow, "queue" | "date"> & { readonly employee: number | null },
): Promise<void> {
  await tx.sql`delete from queue_substitute where office_id = ${officeId} and queue = ${queue} and date = ${date}`;
  if (employee === null) return;
  await tx.sql`insert into queue_substitute (office_id, queue, date, employee_id)
    values (${officeId}, ${queue}, ${date}, ${employee})`;
}

export interface ExceptionRow {
  readonly id: string;
  readonly queue: number | null;
  readonly kind: (typeof EXCEPTION_KINDS)[number];
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly reason: string;
  readonly series: string | null;
  readonly version: number;
  readonly created_at: Temporal.Instant;
  readonly created_by: string | null;
}

/** Those that are not over, in order. */
export async function exceptionsFrom(tx: Read, officeId: number, now: Temporal.Instant): Promise<ExceptionRow[]> {
  return tx.sql<ExceptionRow>`
    select id, queue, kind, starts_at, ends_at, reason, series, version, created_at,
      ${employeeName("created_by")} as created_by
    from exception where office_id = ${officeId} and ends_at > ${now} order by starts_at, queue nulls first, id`;
}

export interface NewException {
  readonly id: string;
  readonly version: number;
  readonly queue: number | null;
  readonly kind: ExceptionRow["kind"];
  readonly interval: Interval;
  readonly reason: string;
  readonly series: string | null;
}

export async function insertExceptions(
  tx: Tx,
  office: { readonly id: number; readonly employeeId: number },
  rows: readonly NewException[],
  now: Temporal.Instant,
): Promise<void> {
  const given = rows.map(({ interval: { from, to }, ...row }) => ({
    ...row,
    starts_at: instantOf(from).toString(),
    ends_at: instantOf(to).toString(),
  }));
  await tx.sql`
    insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, series, version, created_at, created_by)
    select ${office.id}::integer, id, queue, kind, starts_at, ends_at, reason, series, version, ${now}::timestamptz,
      ${office.employeeId}::integer
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, queue smallint, kind text,
      starts_at timestamptz, ends_at timestamptz, reason text, series uuid, version integer)`;
}

/** How many there were. */
export async function deleteExceptions(tx: Tx, officeId: number, ids: readonly string[]): Promise<number> {
  const rows =
    await tx.sql`delete from exception where office_id = ${officeId} and id = any (${ids}::uuid[]) returning id`;
  return rows.length;
}

/** Those that run end at that minute; how many there were. */
export async function endExceptions(tx: Tx, officeId: number, ids: readonly string[], minute: number): Promise<number> {
  const rows = await tx.sql`update exception set ends_at = ${instantOf(minute)}, version = version + 1
    where office_id = ${officeId} and id = any (${ids}::uuid[]) returning id`;
  return rows.length;
}
