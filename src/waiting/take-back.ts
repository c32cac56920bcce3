import { takeBackCaused } from "../appointments/paper/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { performOnTicket } from "./perform.ts";
import { type TicketRow, ticketsByIds, ticketsOfCause } from "./sql.ts";
import { restoredTicket, standingTicketEvents } from "./undo-ticket.ts";

/**
 * Takes back what one greater act did with appointments and numbers, while their day is locked: «Επόμενος», or a catching up
 * from paper.
 * @returns ids of those that are as before, and of those that stay because something was done with them since
 */
export async function takeBackVisits(
  tx: Tx,
  office: OperableOffice,
  cause: string,
  now: Temporal.Instant,
): Promise<{ readonly restored: readonly string[]; readonly staying: readonly string[] }> {
  const { restored, staying } = await takeBackCaused(tx, office, cause, now);
  const outcome = { restored: [...restored], staying: [...staying] };
  for (const ticket of await ticketsByIds(tx, office.id, await ticketsOfCause(tx, office.id, cause))) {
    const isBack = await takeBack(tx, office, ticket, { cause, now });
    (isBack ? outcome.restored : outcome.staying).push(ticket.id);
  }
  return outcome;
}

async function takeBack(
  tx: Tx,
  office: OperableOffice,
  row: TicketRow,
  { cause, now }: { readonly cause: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const events = await standingTicketEvents(tx, office, row.id);
  if (events[0]?.cause !== cause) return false;
  let before = row;
  for (const [index, event] of events.entries()) {
    if (event.cause !== cause) break;
    const after = restoredTicket(before, event, events.slice(index + 1), now);
    const { version } = await performOnTicket(tx, office, {
      ...{ kind: "undone", at: now, before, after },
      undoes: event.version,
    });
    before = { ...after, version };
  }
  return true;
}
