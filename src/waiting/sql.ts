import type { TicketStatus } from "../appointments/statuses.ts";
import type { ServiceGroup } from "../catalogue/service-groups.ts";
import { employeeName } from "../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../platform/database/sql.ts";
import type { LineTerms, TicketEventKind } from "./contract.ts";
import type { TicketNumber } from "./number.ts";

/** All SQL of tickets and their history. */

export interface TicketRow {
  readonly id: string;
  readonly date: string;
  readonly letter: string | null;
  readonly number: number | null;
  /** null: not known yet */
  readonly service: string | null;
  readonly service_group: ServiceGroup | null;
  readonly queue: number | null;
  readonly status: TicketStatus;
  readonly status_at: Temporal.Instant;
  readonly issued_at: Temporal.Instant;
  /** null: a screen at the entrance */
  readonly issued_by: number | null;
  readonly called_at: Temporal.Instant | null;
  /** Priority by law */
  readonly is_statutory: boolean;
  readonly version: number;
}

const COLUMNS = part`id, date::text as date, letter, number, service, service_group, queue, status, status_at, issued_at,
  issued_by, called_at, is_statutory, version`;

export async function ticketById(tx: Read, officeId: number, id: string): Promise<TicketRow | null> {
  const rows = await tx.sql<TicketRow>`
    select ${COLUMNS} from ticket where office_id = ${officeId} and id = ${id}`;
  return rows[0] ?? null;
}

/** Of a date, in the order in which they came; not those that were taken back. */
export const ticketsOn = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<TicketRow[]> =>
  tx.sql<TicketRow>`
    select ${COLUMNS} from ticket
    where office_id = ${officeId} and ticket.date = ${date} and status <> 'withdrawn' order by issued_at, id`;

export const ticketsByIds = (tx: Read, officeId: number, ids: readonly string[]): Promise<TicketRow[]> =>
  tx.sql<TicketRow>`
    select ${COLUMNS} from ticket where office_id = ${officeId} and id = any (${ids}::uuid[]) order by issued_at, id`;

/** Those that were taken back too: whoever has such a paper in hand is nobody else. */
export async function lastNumberOn(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<TicketNumber | null> {
  const rows = await tx.sql<TicketNumber>`
    select letter, number from ticket
    where office_id = ${officeId} and date = ${date} and number is not null
    order by position(letter in 'ΑΕΚ') desc, number desc limit 1`;
  return rows[0] ?? null;
}

export async function insertTicket(tx: Tx, officeId: number, row: TicketRow): Promise<void> {
  await tx.sql`
    insert into ticket (office_id, id, date, letter, number, service, service_group, status, status_at, issued_at, issued_by,
      is_statutory, version)
    select ${officeId}::integer, id, date, letter, number, service, service_group, status, status_at, issued_at, issued_by,
      is_statutory, version
    from json_populate_record(null::ticket, ${JSON.stringify(row)}::json)`;
}

/** False, and nothing written, when its version has moved. */
export async function updateTicket(tx: Tx, officeId: number, before: TicketRow, after: TicketRow): Promise<boolean> {
  const rows = await tx.sql`
    update ticket set queue = ${after.queue}, status = ${after.status}, status_at = ${after.status_at},
      called_at = ${after.called_at}, is_statutory = ${after.is_statutory}, version = ${after.version}
    where office_id = ${officeId} and id = ${before.id} and version = ${before.version} returning id`;
  return rows.length === 1;
}

/** Column → [before, after]; instants as ISO text. */
export type TicketChanges = Readonly<Record<string, readonly [unknown, unknown]>>;

interface NewTicketEvent {
  readonly ticket: string;
  readonly version: number;
  readonly kind: TicketEventKind;
  readonly at: Temporal.Instant;
  /** null: the citizen */
  readonly employeeId: number | null;
  readonly changes: TicketChanges;
  readonly undoes: number | null;
  readonly cause: string | null;
  readonly paperAt: Temporal.Instant | null;
}

export async function insertTicketEvent(tx: Tx, officeId: number, event: NewTicketEvent): Promise<void> {
  await tx.sql`
    insert into ticket_event (office_id, ticket_id, version, kind, at, employee_id, changes, undoes, cause, paper_at)
    values (${officeId}, ${event.ticket}, ${event.version}, ${event.kind}, ${event.at}, ${event.employeeId},
      ${JSON.stringify(event.changes)}, ${event.undoes}, ${event.cause}, ${event.paperAt})`;
}

export interface TicketEventRow {
  readonly version: number;
  readonly kind: TicketEventKind;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly changes: TicketChanges;
  readonly undoes: number | null;
  readonly cause: string | null;
  /** When it happened by what was noted on paper */
  readonly paper_at: Temporal.Instant | null;
}

export const ticketEvents = (tx: Read, officeId: number, id: string): Promise<TicketEventRow[]> =>
  tx.sql<TicketEventRow>`
    select version, kind, at, changes, undoes, cause, paper_at, ${employeeName("employee_id")} as by
    from ticket_event where office_id = ${officeId} and ticket_id = ${id} order by version desc`;

/** The tickets on which an act was a part of this one. */
export const ticketsOfCause = async (tx: Read, officeId: number, cause: string): Promise<string[]> =>
  (
    await tx.sql<{ id: string }>`
    select distinct ticket_id as id from ticket_event where office_id = ${officeId} and cause = ${cause}`
  ).map(({ id }) => id);

/** By which order those who wait are served, and whether a screen shows it. */
export async function lineTerms(tx: Read, officeId: number): Promise<LineTerms> {
  const rows = await tx.sql<LineTerms>`
    select line_slack_minutes as "slackMinutes", recall_minutes as "recallMinutes", exists (
      select from entrance_screen where office_id = ${officeId} and kind = 'display') as "hasDisplay"
    from office_settings where office_id = ${officeId}`;
  return rows[0] as LineTerms;
}
