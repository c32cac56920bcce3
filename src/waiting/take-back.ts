import { type TakenBack, takeBackCaused, takeBackEach } from "../appointments/paper/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { performOnTicket } from "./perform.ts";
import { type TicketEventRow, type TicketRow, ticketsByIds, ticketsOfCause } from "./sql.ts";
import { restoredTicket, standingTicketEvents } from "./undo-ticket.ts";

/**
 * Takes back what one greater act did with appointments and numbers, while their day is locked: «Επόμενος», or a catching up
 * from paper.
 */
export async function takeBackVisits(
  tx: Tx,
  office: OperableOffice,
  cause: string,
  now: Temporal.Instant,
): Promise<TakenBack> {
  const appointments = await takeBackCaused(tx, office, cause, now);
  const rows = await ticketsByIds(tx, office.id, await ticketsOfCause(tx, office.id, cause));
  const tickets = await takeBackEach<TicketRow, TicketEventRow>(rows, cause, {
    standing: (id) => standingTicketEvents(tx, office, id),
    undo: async (before, event, earlier) => {
      const after = restoredTicket(before, event, earlier, now);
      const done = { kind: "undone", at: now, before, after, undoes: event.version } as const;
      return { ...after, version: (await performOnTicket(tx, office, done)).version };
    },
  });
  return {
    restored: [...appointments.restored, ...tickets.restored],
    staying: [...appointments.staying, ...tickets.staying],
  };
}
