import type { ActingOffice } from "../identity/acting-office.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Ticket } from "./contract.ts";
import { type TicketTarget, ticketFor } from "./existing.ts";
import { performOnTicket } from "./perform.ts";
import { type TicketEventRow, type TicketRow, ticketEvents } from "./sql.ts";

/** Takes back the last act that still stands; asked again, the one before it. A number taken back is given to nobody else. */
export async function undoTicket(tx: Tx, office: ActingOffice, target: TicketTarget): Promise<Ticket> {
  const before = await ticketFor(tx, office, "undo", target);
  const [last, ...earlier] = await standingTicketEvents(tx, office, before.id);
  if (!last) throw new Refusal(409, "nothing-to-undo");
  const after = restoredTicket(before, last, earlier, target.now);
  return performOnTicket(tx, office, { kind: "undone", at: target.now, before, after, undoes: last.version });
}

/** The acts that were not taken back yet, the last one first. */
export async function standingTicketEvents(tx: Read, office: ActingOffice, id: string): Promise<TicketEventRow[]> {
  const events = await ticketEvents(tx, office.id, id);
  const undone = new Set(events.map(({ undoes }) => undoes));
  return events.filter(({ kind, version }) => kind !== "undone" && !undone.has(version));
}

/** As it was before an act. */
export function restoredTicket(
  row: TicketRow,
  { changes, kind }: TicketEventRow,
  earlier: readonly TicketEventRow[],
  now: Temporal.Instant,
): TicketRow {
  if (kind === "issued" || kind === "turned-away") return { ...row, status: "withdrawn", status_at: now };
  const { queue, status, called_at, is_statutory } = changes;
  const back = {
    ...row,
    ...(queue && { queue: queue[0] as number | null }),
    ...(status && { status: status[0] as TicketRow["status"] }),
    ...(is_statutory && { is_statutory: is_statutory[0] === true }),
    ...(called_at && { called_at: called_at[0] === null ? null : Temporal.Instant.from(String(called_at[0])) }),
  };
  const since = earlier.find((event) => event.kind === "issued" || "status" in event.changes);
  return back.status === row.status ? back : { ...back, status_at: since?.paper_at ?? since?.at ?? row.issued_at };
}
