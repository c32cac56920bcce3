import { STAYS_PUT } from "../appointments/statuses.ts";
import { employeeName } from "../identity/employee-name-sql.ts";
import type { VisitPlace } from "../outbox/planned.ts";
import { part, type Read, type Tx } from "../platform/database/sql.ts";
import type { CALL_OUTCOMES, CALL_REASONS } from "./contract.ts";
import type { CausedAct } from "./rule-change.ts";

/** SQL of whom the citizens are told by, where no e-mail tells them: the call list. */

/** Of an appointment what its citizen is still to be told, or was told by telephone. */
export interface Word {
  /** The message that is to tell it, and what is known without it */
  readonly planned: { readonly id: string; readonly was: VisitPlace } | null;
  /** What is known by whoever is on the call list and has not agreed */
  readonly toCall: VisitPlace | null;
  /** A letter has left since the call was planned: it may have been read, or not */
  readonly isLetterSent: boolean;
  /** By telephone, since the message was planned: where it stands is known */
  readonly isAgreed: boolean;
}

/** By the appointment's id; nothing where the citizen knows where it stands. */
export async function openWordsOf(
  tx: Read,
  officeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Word>> {
  const rows = await tx.sql<Word & { readonly id: string }>`
    with planned as (
      select distinct on (appointment_id) appointment_id, planned_at,
        json_build_object('id', id, 'was', details -> 'place' -> 0) as planned
      from mail
      where office_id = ${officeId} and appointment_id = any (${ids}::uuid[]) and kind = 'moved' and state = 'planned'
        and told is null
      order by appointment_id, mail.id),
    listed as (select appointment_id, why, before, outcome, planned_at, noted_at from call where office_id = ${officeId} and appointment_id = any (${ids}::uuid[]))
    select coalesce(planned.appointment_id, listed.appointment_id) as id, planned,
      case when outcome <> 'agreed' then before end as "toCall",
      coalesce(outcome = 'agreed' and (planned.planned_at is null or noted_at > planned.planned_at), false) as "isAgreed",
      coalesce(why <> 'undelivered', false) and exists (
        select from mail where mail.office_id = ${officeId} and mail.appointment_id = listed.appointment_id
          and mail.kind in ('confirmed', 'changed', 'moved') and mail.told is not null
          and mail.planned_at >= listed.planned_at) as "isLetterSent"
    from planned full join listed on listed.appointment_id = planned.appointment_id`;
  return new Map(rows.map(({ id, ...word }) => [id, word]));
}

export interface NewCall {
  /** The appointment's */
  readonly id: string;
  readonly was: VisitPlace;
  readonly why: "moved" | "kept";
}

/** A citizen who stands on the list already is called again. */
export async function planCalls(
  tx: Tx,
  officeId: number,
  calls: readonly NewCall[],
  { at, cause }: Pick<CausedAct, "at"> & { readonly cause: string | null },
): Promise<void> {
  if (calls.length === 0) return;
  await tx.sql`
    insert into call (office_id, appointment_id, date, why, before, planned_at, cause)
    select ${officeId}::integer, id, (was ->> 'date')::date, why, was, ${at}::timestamptz, ${cause}::uuid
    from json_to_recordset(${JSON.stringify(calls)}::json) as given (id uuid, was json, why text)
    on conflict (office_id, appointment_id) do update set why = excluded.why, outcome = 'not-called',
      date = excluded.date, before = excluded.before, planned_at = excluded.planned_at, cause = excluded.cause, noted_at = null, noted_by = null,
      version = call.version + 1, replaces = to_jsonb(call)`;
}

/** Whether anybody on the list was called already because of the change. */
export async function callsNoted(tx: Tx, officeId: number, cause: string): Promise<boolean> {
  const rows = await tx.sql`
    select from call where office_id = ${officeId} and cause = ${cause} and outcome <> 'not-called' limit 1`;
  return rows.length > 0;
}

/** Nobody is called about what was taken back; what stood on the list before stands there again. */
export async function withdrawCalls(tx: Tx, officeId: number, cause: string): Promise<void> {
  await tx.sql`delete from call where office_id = ${officeId} and cause = ${cause} and replaces is null`;
  await tx.sql`
    update call set version = version + 1, (date, why, before, outcome, planned_at, noted_at, noted_by, cause, replaces) = (
      select date, why, before, outcome, planned_at, noted_at, noted_by, cause, replaces
      from jsonb_populate_record(null::call, call.replaces))
    where office_id = ${officeId} and cause = ${cause}`;
}

export interface UndeliveredVisit extends Pick<VisitPlace, "date" | "time"> {
  /** The appointment's */
  readonly id: string;
}

/**
 * Who stands on a list already, and has not agreed, stays there as told before. Who has agreed by telephone to all that was planned to be
 * written knows it without the letter.
 */
export async function planUndelivered(
  tx: Tx,
  officeId: number,
  { id }: UndeliveredVisit,
  { was, at }: { readonly was: Pick<VisitPlace, "date" | "time">; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    insert into call (office_id, appointment_id, date, why, before, planned_at)
    select ${officeId}::integer, id, ${was.date}::date, 'undelivered',
      json_build_object('date', ${was.date}::text, 'time', ${was.time}::text, 'queue', queue), ${at}::timestamptz
    from appointment where office_id = ${officeId} and id = ${id}
    on conflict (office_id, appointment_id) do update set why = excluded.why, date = excluded.date, before = excluded.before,
      outcome = 'not-called', planned_at = excluded.planned_at, cause = null, replaces = null, noted_at = null,
      noted_by = null, version = call.version + 1
    where call.outcome = 'agreed' and call.noted_at <= (
      select max(mail.planned_at) from mail
      where mail.office_id = ${officeId} and mail.appointment_id = ${id} and mail.state <> 'withdrawn')`;
}

export async function removeUndelivered(tx: Tx, officeId: number, id: string): Promise<void> {
  await tx.sql`
    delete from call where office_id = ${officeId} and appointment_id = ${id} and why = 'undelivered' and outcome = 'not-called'`;
}

export interface CallRow {
  readonly appointment_id: string;
  readonly why: (typeof CALL_REASONS)[number];
  readonly before: VisitPlace;
  readonly outcome: (typeof CALL_OUTCOMES)[number];
  readonly noted_at: Temporal.Instant | null;
  readonly noted_by: string | null;
  readonly version: number;
}

/** A call that was agreed on stays on its list; any other only while the visit has not begun. */
const IS_NEEDED = part`needs_call(appointment, call) and (outcome = 'agreed' or status <> all(${STAYS_PUT}))`;

/**
 * Of the appointments that were for that date, by the old or the new time, whichever comes first. Needless once the appointment is cancelled, is again where its citizen
 * knows it to be, or has begun.
 */
export async function callsOf(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<CallRow[]> {
  return tx.sql<CallRow>`
    select appointment_id, why, before, outcome, noted_at, call.version,
      ${employeeName("noted_by")} as noted_by
    from call join appointment on appointment.office_id = call.office_id and appointment.id = appointment_id
    where call.office_id = ${officeId} and call.date = ${date} and ${IS_NEEDED}
    order by least((before ->> 'date')::date + (before ->> 'time')::time, starts_at at time zone 'Europe/Athens'),
      appointment_id`;
}

/** How many are still to be told, by the day they were expected on. */
export async function openCallDays(
  tx: Read,
  officeId: number,
  today: Temporal.PlainDate,
): Promise<{ readonly date: Temporal.PlainDate; readonly count: number; readonly withoutPhone: number }[]> {
  return tx.sql`
    select call.date, count(phone)::integer as count, (count(*) - count(phone))::integer as "withoutPhone"
    from call join appointment on appointment.office_id = call.office_id and appointment.id = appointment_id
    where call.office_id = ${officeId} and call.date >= ${today} and ${IS_NEEDED} and outcome <> 'agreed' group by 1 order by 1`;
}

export interface NotedCall extends Pick<CallRow, "outcome" | "version"> {
  /** The appointment's */
  readonly id: string;
}

/** False when it has another version by now, or is not on any list. */
export async function noteCall(
  tx: Tx,
  office: { readonly id: number; readonly employeeId: number },
  { id, version, outcome }: NotedCall,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql`
    update call set outcome = ${outcome}, noted_at = ${now}, noted_by = ${office.employeeId}, version = version + 1
    where office_id = ${office.id} and appointment_id = ${id} and version = ${version} returning appointment_id`;
  return rows.length === 1;
}
