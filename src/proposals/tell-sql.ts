import { randomUUIDv7 } from "node:crypto";
import type { Standing } from "../appointments/concerned.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { CALL_OUTCOMES } from "./contract.ts";

type Row = Standing["row"];

/** SQL of who is told how: the mail that the outbox will send, and the call list. */

export interface Told {
  readonly date: string;
  readonly time: string;
  readonly queue: number;
}

/** What the citizen of an appointment knows, though it stands elsewhere: of that she was not told yet. */
export interface Untold {
  readonly was: Told;
  /** The message that would have told her; null: a call */
  readonly mail: string | null;
}

/** Null: she knows where it stands. */
export async function untoldOf(tx: Read, officeId: number, id: string): Promise<Untold | null> {
  const rows = await tx.sql<Untold>`
    select details -> 'place' -> 0 as was, id as mail from mail
    where office_id = ${officeId} and appointment_id = ${id} and state = 'planned'
    union all
    select before, null from call where office_id = ${officeId} and appointment_id = ${id} and outcome <> 'agreed'
    order by mail nulls last`;
  return rows[0] ?? null;
}

export interface Message {
  readonly place: readonly [Told, Told];
  /** That was planned before, and is withdrawn */
  readonly replaces: string | null;
  /** Withdrawn: only to say that the other one is */
  readonly state: "planned" | "withdrawn";
}

export async function planMail(
  tx: Tx,
  officeId: number,
  { id, email }: Row,
  { place, replaces, state }: Message,
  now: Temporal.Instant,
  cause: string,
): Promise<void> {
  if (replaces !== null)
    await tx.sql`update mail set state = 'withdrawn' where office_id = ${officeId} and id = ${replaces}`;
  await tx.sql`
    insert into mail (office_id, id, appointment_id, kind, address, details, state, planned_at, cause, replaces)
    values (${officeId}, ${randomUUIDv7()}, ${id}, 'moved',
      coalesce(${email}, (select address from mail where office_id = ${officeId} and id = ${replaces})),
      ${JSON.stringify({ place })}, ${state}, ${now}, ${cause}, ${replaces})`;
}

/** Who stands on it already is to be called again; unless she has agreed, she is told from what she was told first. */
export async function planCall(
  tx: Tx,
  officeId: number,
  id: string,
  was: Told,
  why: "moved" | "kept",
  now: Temporal.Instant,
  cause: string,
): Promise<void> {
  await tx.sql`
    insert into call (office_id, appointment_id, date, why, before, planned_at, cause)
    values (${officeId}, ${id}, ${was.date}, ${why}, ${JSON.stringify(was)}, ${now}, ${cause})
    on conflict (office_id, appointment_id) do update set why = excluded.why, outcome = 'not-called',
      date = case call.outcome when 'agreed' then excluded.date else call.date end,
      before = case call.outcome when 'agreed' then excluded.before else call.before end,
      planned_at = excluded.planned_at, cause = excluded.cause, noted_at = null, noted_by = null,
      version = call.version + 1, replaces = to_jsonb(call)`;
}

/** Whether anybody on the list was called already because of the change. */
export async function callsNoted(tx: Tx, officeId: number, cause: string): Promise<boolean> {
  const rows = await tx.sql`
    select from call where office_id = ${officeId} and cause = ${cause} and outcome <> 'not-called' limit 1`;
  return rows.length > 0;
}

/** Nobody is told of what was taken back; what was planned before it is planned again. */
export async function withdrawTold(tx: Tx, officeId: number, cause: string): Promise<void> {
  await tx.sql`update mail set state = 'withdrawn' where office_id = ${officeId} and cause = ${cause} and state = 'planned'`;
  await tx.sql`update mail set state = 'planned' where office_id = ${officeId} and id in (
    select replaces from mail where office_id = ${officeId} and cause = ${cause} and state = 'withdrawn')`;
  await tx.sql`delete from call where office_id = ${officeId} and cause = ${cause} and replaces is null`;
  await tx.sql`
    update call set version = version + 1, (date, why, before, outcome, planned_at, noted_at, noted_by, cause, replaces) = (
      select date, why, before, outcome, planned_at, noted_at, noted_by, cause, replaces
      from jsonb_populate_record(null::call, call.replaces))
    where office_id = ${officeId} and cause = ${cause}`;
}

export interface CallRow {
  readonly appointment_id: string;
  readonly why: "moved" | "kept";
  readonly before: Told;
  readonly outcome: (typeof CALL_OUTCOMES)[number];
  readonly noted_at: Temporal.Instant | null;
  readonly noted_by: string | null;
  readonly version: number;
}

/** Of the appointments that were for that date; who has cancelled, or stands again where she knows, needs no call. */
export async function callsOf(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<CallRow[]> {
  return tx.sql<CallRow>`
    select appointment_id, why, before, outcome, noted_at, call.version,
      (select first_name || ' ' || last_name from employee where employee.id = noted_by) as noted_by
    from call join appointment on appointment.office_id = call.office_id and appointment.id = appointment_id
    where call.office_id = ${officeId} and call.date = ${date} and needs_call(appointment, call)
    order by before ->> 'time', appointment_id`;
}

/** How many are still to be called, by the day they were expected on. */
export async function openCallDays(
  tx: Read,
  officeId: number,
  today: Temporal.PlainDate,
): Promise<{ readonly date: Temporal.PlainDate; readonly count: number }[]> {
  return tx.sql`
    select call.date, count(*)::integer as count
    from call join appointment on appointment.office_id = call.office_id and appointment.id = appointment_id
    where call.office_id = ${officeId} and call.date >= ${today} and needs_call(appointment, call) and outcome <> 'agreed' group by 1 order by 1`;
}

/** False when it has another version by now, or is not on any list. */
export async function noteCall(
  tx: Tx,
  officeId: number,
  id: string,
  version: number,
  outcome: CallRow["outcome"],
  now: Temporal.Instant,
  employeeId: number,
): Promise<boolean> {
  const rows = await tx.sql`
    update call set outcome = ${outcome}, noted_at = ${now}, noted_by = ${employeeId}, version = version + 1
    where office_id = ${officeId} and appointment_id = ${id} and version = ${version} returning appointment_id`;
  return rows.length === 1;
}
