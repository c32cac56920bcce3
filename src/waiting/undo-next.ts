import { takeBackCaused } from "../appointments/paper/take-back.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { takeBackOnce } from "../audit/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { performOnTicket } from "./perform.ts";
import { type TicketRow, ticketsByIds, ticketsOfCause } from "./sql.ts";
import { restoredTicket, standingTicketEvents } from "./undo-ticket.ts";

/**
 * All that one press of «Επόμενος» did, taken back together or not at all. Asked again it answers the same.
 * @throws Refusal 404; 409 when something was done with one of them since
 */
export async function undoNext(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<{ readonly id: string }> {
  const taking = {
    ...({ id, act: "next-served", undoing: "next-undone", unknown: "next-not-found" } as const),
    lock: ({ details }: { details: { date: string } }) =>
      lockDays(tx, office.id, Temporal.PlainDate.from(details.date)),
    takeBack: async () => {
      const { staying } = await takeBackCaused(tx, office, id, now);
      const tickets = await ticketsByIds(tx, office.id, await ticketsOfCause(tx, office.id, id));
      for (const ticket of tickets) await takeBack(tx, office, ticket, { cause: id, now });
      if (staying.length > 0) throw new Refusal(409, "next-overtaken");
      return {};
    },
  };
  await takeBackOnce(tx, office, taking, now);
  return { id };
}

async function takeBack(
  tx: Tx,
  office: OperableOffice,
  before: TicketRow,
  { cause, now }: { readonly cause: string; readonly now: Temporal.Instant },
): Promise<void> {
  const [last, ...earlier] = await standingTicketEvents(tx, office, before.id);
  if (last?.cause !== cause) throw new Refusal(409, "next-overtaken");
  const after = restoredTicket(before, last, earlier, now);
  await performOnTicket(tx, office, { kind: "undone", at: now, before, after, undoes: last.version });
}
