import { actTime } from "../appointments/act-time.ts";
import { followVisit } from "../appointments/line/follow-line.ts";
import { record } from "../audit/record.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import { announceChange } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Ticket, TicketEventKind } from "./contract.ts";
import { requireTicketVersion } from "./existing.ts";
import { presentedTicket } from "./present.ts";
import { insertTicketEvent, type TicketChanges, type TicketRow, ticketById, updateTicket } from "./sql.ts";

export interface TicketAct {
  readonly kind: TicketEventKind;
  readonly at: Temporal.Instant;
  readonly before: TicketRow;
  readonly after: TicketRow;
  readonly undoes?: number;
  /** The act of which it is a part: that stands in the audit for it */
  readonly cause?: string;
  /** When it happened by what was noted on paper */
  readonly paperAt?: Temporal.Instant;
}

/** Writes one act on a ticket with its history; every desk hears of it. */
export async function performOnTicket(tx: Tx, office: ActingOffice, act: TicketAct): Promise<Ticket> {
  const { before } = act;
  const at = actTime(act.at, before);
  const dated = <Moment extends Temporal.Instant | null>(moment: Moment) => (moment?.equals(act.at) ? at : moment);
  const { status_at, called_at } = act.after;
  const version = before.version + 1;
  const after = { ...act.after, status_at: dated(status_at), called_at: dated(called_at), version };
  if (!(await updateTicket(tx, office.id, before, after))) {
    requireTicketVersion(office, (await ticketById(tx, office.id, before.id)) as TicketRow, before.version);
    throw new Error("A ticket was neither written nor changed meanwhile.");
  }
  await noteOnTicket(tx, office, { ...act, at, after }, changesOf(before, after));
  await followTicket(tx, office.id, { ...act, at, after });
  return presentedTicket(office.code, after);
}

/** What the office's screens and the citizen's own page show follows each act. */
async function followTicket(tx: Tx, officeId: number, act: Omit<TicketAct, "before">): Promise<void> {
  const { id, version, date: day, queue, letter, number, status } = act.after;
  const numberOf = async () => (letter === null || number === null ? null : { letter, number });
  const calling = { visit: id, version, date: Temporal.PlainDate.from(day), counter: queue, status };
  await followVisit(tx, officeId, act, { ...calling, numberOf });
}

export async function noteOnTicket(
  tx: Tx,
  office: ActingOffice,
  {
    kind,
    at,
    after,
    undoes = null,
    cause = null,
    paperAt = null,
  }: Omit<TicketAct, "before" | "undoes" | "cause" | "paperAt"> & {
    readonly undoes?: number | null | undefined;
    readonly cause?: string | null | undefined;
    readonly paperAt?: Temporal.Instant | null | undefined;
  },
  changes: TicketChanges,
): Promise<void> {
  const { employeeId } = office;
  const { id, version, date, letter, number } = after;
  await insertTicketEvent(tx, office.id, {
    ticket: id,
    version,
    kind,
    at,
    employeeId,
    changes,
    undoes,
    cause,
    paperAt,
  });
  const details = { ticket: id, ...(letter !== null && number !== null && { letter, number }) };
  const day = Temporal.PlainDate.from(date);
  if (cause === null) await record(tx, office, { act: `ticket-${kind}`, details, day }, at);
  announceChange(tx, office.id, [day], id, employeeId);
}

const TRACKED = ["queue", "status", "called_at", "is_statutory"] as const;

function changesOf(before: TicketRow, after: TicketRow): TicketChanges {
  const pairs = TRACKED.map((column) => [column, plain(before[column]), plain(after[column])] as const);
  return Object.fromEntries(pairs.filter(([, a, b]) => a !== b).map(([column, a, b]) => [column, [a, b]]));
}

const plain = (value: unknown): unknown => (value instanceof Temporal.Instant ? value.toString() : value);
