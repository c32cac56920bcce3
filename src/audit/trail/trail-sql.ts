import { employeeName } from "../../identity/employee-name-sql.ts";
import { type Part, part, type Read } from "../../platform/database/sql.ts";
import { type AuditAct, type TrailAct, trailAct } from "../acts.ts";
import { earlier } from "../sql.ts";
import { ONE_LOOK_MINUTES } from "../views.ts";

/** What the audit says of an office, of some days, of some persons, of somebody's acts. */

export interface TrailFilter {
  readonly from: Temporal.Instant;
  /** Not included */
  readonly to: Temporal.Instant;
  /** null: of everybody */
  readonly appointments: readonly string[] | null;
  /** null: of everybody; 0: of the program itself */
  readonly employee: number | null;
  /** null: all, also those that the program knows no more */
  readonly acts: readonly AuditAct[] | null;
}

export interface TrailRow {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly act: TrailAct;
  readonly employee_id: number | null;
  readonly by: string | null;
  readonly day: Temporal.PlainDate | null;
  readonly appointments: number;
  /** Of the only one */
  readonly appointment: string | null;
  readonly starts_at: Temporal.Instant | null;
  // biome-ignore lint/suspicious/noExplicitAny: each act has details of its own
  readonly details: any;
}

export async function trailPage(
  tx: Read,
  officeId: number,
  filter: TrailFilter,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<TrailRow[]> {
  await planForThese(tx);
  const rows = await tx.sql<TrailRow & { readonly act: string }>`
    with entry as (
      select id, at, act, employee_id, day, details, appointments from ${matching(officeId, filter)} ${earlier(officeId, before)}
      order by at desc, id desc limit ${limit}
    )
    select entry.id, at, act, employee_id, ${employeeName("employee_id")} as by, day, details,
      coalesce(cardinality(appointments), 0) as appointments, visit.id as appointment, starts_at
    from entry left join appointment as visit on visit.office_id = ${officeId}
      and cardinality(appointments) = 1 and visit.id = appointments[1]
    order by at desc, entry.id desc`;
  return rows.map((row) => ({ ...row, act: trailAct(row.act) }));
}

export interface EmployeeTally {
  readonly id: number | null;
  readonly name: string | null;
  readonly entries: number;
}

export async function trailTally(tx: Read, officeId: number, filter: TrailFilter): Promise<EmployeeTally[]> {
  await planForThese(tx);
  return tx.sql<EmployeeTally>`
    with counted as (
      select employee_id, count(*)::int as entries from ${matching(officeId, filter)} group by 1
    )
    select employee_id as id, ${employeeName("employee_id")} as name, entries from counted order by entries desc, 1`;
}

/** A plan for whatever may be asked reads a whole office's entries where it need not: 440 ms instead of 7 at 100,000. */
async function planForThese(tx: Read): Promise<void> {
  await tx.sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
}

/** Of some persons by what is about them, which is little; of everybody by time. */
function matching(officeId: number, { from, to, appointments, employee, acts }: TrailFilter): Part {
  const found =
    appointments === null
      ? part`audit_entry`
      : part`(select distinct entry_id as id from (${aboutThem(officeId, appointments)}) as about) as found join audit_entry using (id)`;
  return part`${found} where office_id = ${officeId} and at >= ${from} and at < ${to}
    and (${acts}::text[] is null or act = any (${acts}::text[]))
    and (${employee}::integer is null or coalesce(employee_id, 0) = ${employee})`;
}

/**
 * What is about them by name, and every look at a whole day while they stood on it. A page that was open showed them too:
 * its entry may be older by as much as counts for one look.
 */
const aboutThem = (officeId: number, ids: readonly string[]): Part => part`
  select entry_id from audit_subject where office_id = ${officeId} and appointment_id = any (${ids}::uuid[])
  union all
  select seen.id from (${staysOf(officeId, ids)}) as stay join audit_entry as seen on seen.office_id = ${officeId}
    and seen.day = stay.day and seen.at >= stay.since - make_interval(mins => ${ONE_LOOK_MINUTES})
    and (stay.until is null or seen.at < stay.until)`;

/** On which day each of them stood, since when and until when, by its history. */
const staysOf = (officeId: number, ids: readonly string[]): Part => part`
  select (starts_at at time zone 'Europe/Athens')::date as day, since,
    lead(since) over (partition by id order by since) as until
  from (
    select visit.id, created_at as since, coalesce((
      select (changes -> 'starts_at' ->> 0)::timestamptz from appointment_event as event
      where event.office_id = ${officeId} and appointment_id = visit.id and changes -> 'starts_at' is not null
      order by version limit 1), starts_at) as starts_at
    from appointment as visit where office_id = ${officeId} and visit.id = any (${ids}::uuid[])
    union all
    select appointment_id, at, (changes -> 'starts_at' ->> 1)::timestamptz from appointment_event
    where office_id = ${officeId} and appointment_id = any (${ids}::uuid[]) and changes -> 'starts_at' is not null
  ) as place`;

/** Of these employees, those who belong to the office, and whether as its heads. */
export async function headsAmong(
  tx: Read,
  officeId: number,
  employees: readonly number[],
): Promise<ReadonlyMap<number, boolean>> {
  const rows = await tx.sql<{ id: number; is_head: boolean }>`
    select employee_id as id, bool_or(role = 'administrator') as is_head from membership
    where office_id = ${officeId} and employee_id = any (${employees}::integer[]) group by 1`;
  return new Map(rows.map(({ id, is_head }) => [id, is_head]));
}

export interface SealedUntil {
  readonly until: Temporal.Instant | null;
  readonly waiting: number;
  readonly signed_on: Temporal.PlainDate | null;
}

export async function sealedUntil(tx: Read, officeId: number): Promise<SealedUntil> {
  const [row] = await tx.sql<SealedUntil>`
    select (
      select at from audit_seal as seal join audit_entry as entry on entry.office_id = seal.office_id and id = entry_id
      where seal.office_id = ${officeId} order by number desc limit 1) as until,
      (select count(*)::int from audit_unsealed where office_id = ${officeId}) as waiting,
      (select max(day) from audit_head) as signed_on`;
  return row as SealedUntil;
}
