import { randomUUIDv7 } from "node:crypto";
import { STAYS_PUT } from "../appointments/statuses.ts";
import { employeeName } from "../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../platform/database/sql.ts";
import type { CALL_OUTCOMES } from "./contract.ts";
import type { CausedAct } from "./rule-change.ts";

/** SQL of how citizens are told: the mail that the outbox will send, and the call list. */

export interface ToldPlace {
  readonly date: string;
  readonly time: string;
  readonly queue: number;
}

/** What the citizen of an appointment knows, though it stands elsewhere: of that the citizen was not told yet. */
export interface Unnotified {
  readonly was: ToldPlace;
  /** The message that would have told it; null: a call */
  readonly mail: string | null;
}

/** By the appointment's id; nothing where the citizen knows where it stands. */
export async function unnotifiedOf(
  tx: Read,
  officeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Unnotified>> {
  const rows = await tx.sql<Unnotified & { readonly id: string }>`
    select distinct on (id) * from (
      select appointment_id as id, details -> 'place' -> 0 as was, id as mail from mail
      where office_id = ${officeId} and appointment_id = any (${ids}::uuid[]) and state = 'planned'
      union all
      select appointment_id, before, null from call
      where office_id = ${officeId} and appointment_id = any (${ids}::uuid[]) and outcome <> 'agreed') as untold
    order by id, mail nulls last`;
  return new Map(rows.map(({ id, ...untold }) => [id, untold]));
}

export interface NewMail {
  /** The appointment's */
  readonly id: string;
  readonly email: string | null;
  readonly place: readonly [ToldPlace, ToldPlace];
  /** That was planned before, and is withdrawn */
  readonly replaces: string | null;
  /** Withdrawn: only to say that the other one is */
  readonly state: "planned" | "withdrawn";
}

export async function planMails(
  tx: Tx,
  officeId: number,
  messages: readonly NewMail[],
  { at, cause }: CausedAct,
): Promise<void> {
  if (messages.length === 0) return;
  const given = messages.map(({ place, ...message }) => ({ ...message, mail: randomUUIDv7(), details: { place } }));
  const replaced = messages.flatMap(({ replaces }) => replaces ?? []);
  await tx.sql`update mail set state = 'withdrawn' where office_id = ${officeId} and id = any (${replaced}::uuid[])`;
  await tx.sql`
    insert into mail (office_id, id, appointment_id, kind, address, details, state, planned_at, cause, replaces)
    select ${officeId}::integer, given.mail, given.id, 'moved', coalesce(given.email, before.address), given.details,
      given.state, ${at}::timestamptz, ${cause}::uuid, given.replaces
    from json_to_recordset(${JSON.stringify(given)}::json)
        as given (mail uuid, id uuid, email text, details json, state text, replaces uuid)
      left join mail as before on before.office_id = ${officeId} and before.id = given.replaces`;
}

export interface NewCall {
  /** The appointment's */
  readonly id: string;
  readonly was: ToldPlace;
  readonly why: "moved" | "kept";
}

/** A citizen who stands on the list already is called again; one who had not agreed is told from what was told first. */
export async function planCalls(
  tx: Tx,
  officeId: number,
  calls: readonly NewCall[],
  { at, cause }: CausedAct,
): Promise<void> {
  if (calls.length === 0) return;
  await tx.sql`
    insert into call (office_id, appointment_id, date, why, before, planned_at, cause)
    select ${officeId}::integer, id, (was ->> 'date')::date, why, was, ${at}::timestamptz, ${cause}::uuid
    from json_to_recordset(${JSON.stringify(calls)}::json) as given (id uuid, was json, why text)
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
export async function withdrawNotices(tx: Tx, officeId: number, cause: string): Promise<void> {
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
  readonly before: ToldPlace;
  readonly outcome: (typeof CALL_OUTCOMES)[number];
  readonly noted_at: Temporal.Instant | null;
  readonly noted_by: string | null;
  readonly version: number;
}

/** A call that was agreed on stays on its list; any other only while the visit has not begun. */
const IS_NEEDED = part`needs_call(appointment, call) and (outcome = 'agreed' or status <> all(${STAYS_PUT}))`;

/**
 * Of the appointments that were for that date. Needless once the appointment is cancelled, is again where its citizen
 * knows it to be, or has begun.
 */
export async function callsOf(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<CallRow[]> {
  return tx.sql<CallRow>`
    select appointment_id, why, before, outcome, noted_at, call.version,
      ${employeeName("noted_by")} as noted_by
    from call join appointment on appointment.office_id = call.office_id and appointment.id = appointment_id
    where call.office_id = ${officeId} and call.date = ${date} and ${IS_NEEDED}
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
