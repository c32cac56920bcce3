import { recordingOf } from "../../audit/record.ts";
import { employeeName } from "../../identity/employee-name-sql.ts";
import { announcingChange } from "../../live/announce.ts";
import { planning } from "../../outbox/planning-sql.ts";
import { type Part, part, type Read, type Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { EVENT_KINDS } from "../contract.ts";
import type { AppointmentRow } from "../sql.ts";
import { type Changes, changedColumns, changesNothing } from "./changes.ts";
import { wordToCitizen } from "./word-to-citizen.ts";

export type EventKind = (typeof EVENT_KINDS)[number];

export interface Links {
  /** The version whose act this one takes back */
  readonly undoes?: number;
  /** The change of the office's rules, or the catching up from paper, of which it is a part: the id of its audit entry */
  readonly cause?: string;
  /** When it happened, by what was noted on paper */
  readonly paperAt?: Temporal.Instant;
}

export interface NewEvent extends Links {
  readonly kind: EventKind;
  readonly at: Temporal.Instant;
  readonly employeeId: number | null;
  /** null: it begins */
  readonly before: AppointmentRow | null;
  readonly after: AppointmentRow;
  /** Of what begins there is no state before; what should be told of it all the same */
  readonly changes?: Changes;
  /** And how often its citizen had moved it in the offices that had it before */
  readonly movesBefore?: number;
}

/** Writes what an act changed: one event for each act, named by the version it made. Every desk hears of it. */
export async function recordEvent(tx: Tx, officeId: number, act: NewEvent): Promise<void> {
  await tx.sql`with ${recording(tx, officeId, act, part``)} select`;
}

/** The same as queries of a statement; with a source, only where that has a row. */
export function recording(tx: Tx, officeId: number, act: NewEvent, source: Part): Part {
  const { before, after, employeeId } = act;
  const days = [before, after].flatMap((row) => (row ? [dateOf(row.starts_at)] : []));
  return part`
    ${auditing(officeId, act, source)}, noted as (${noting(officeId, act, source)}),
    announced as (${announcingChange(tx, source, officeId, days, after.id, employeeId)})`;
}

/** What is part of something greater stands in the audit with that. */
function auditing(officeId: number, { kind, at, employeeId, after, cause }: NewEvent, source: Part): Part {
  if (cause !== undefined) return part`audited as (select)`;
  const act = `appointment-${kind}` as const;
  return part`audited as (${recordingOf(officeId, { act, at, employeeId, appointment: after.id }, source)})`;
}

function noting(officeId: number, { before, after, ...act }: NewEvent, source: Part): Part {
  return part`
    insert into appointment_event (
      office_id, appointment_id, version, kind, at, employee_id, changes, undoes, cause, paper_at, moves_before)
    select ${officeId}::integer, ${after.id}::uuid, ${after.version}::integer, ${act.kind}, ${act.at}::timestamptz,
      ${act.employeeId}::integer, ${JSON.stringify(before ? changedColumns(before, after) : (act.changes ?? {}))}::json,
      ${act.undoes ?? null}::integer, ${act.cause ?? null}::uuid, ${act.paperAt ?? null}::timestamptz,
      ${act.movesBefore ?? null}::integer ${source}`;
}

/** The word to its citizen as a further query of the statement that books; nothing where there is no e-mail. */
export function confirming(officeId: number, booked: AppointmentRow, source: Part): Part {
  const word = wordToCitizen(null, booked);
  return word ? part`planned as (${planning(officeId, word, booked.created_at, source)}),` : part``;
}

export interface EventRow {
  readonly version: number;
  readonly kind: EventKind;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly changes: Changes;
  readonly undoes: number | null;
  readonly cause: string | null;
  readonly paper_at: Temporal.Instant | null;
}

export async function eventsOf(tx: Read, officeId: number, id: string): Promise<EventRow[]> {
  return tx.sql<EventRow>`
    select version, kind, at, changes, undoes, cause, paper_at, ${employeeName("employee_id")} as by
    from appointment_event where office_id = ${officeId} and appointment_id = ${id} order by version desc`;
}

/** The acts that were not taken back yet, the last one first. */
export async function standingEvents(tx: Read, officeId: number, id: string): Promise<EventRow[]> {
  const events = await eventsOf(tx, officeId, id);
  const undone = new Set(events.map((event) => event.undoes));
  return events.filter(
    (event) => event.kind !== "undone" && !undone.has(event.version) && !changesNothing(event.changes),
  );
}
