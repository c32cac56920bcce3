import { STEP_RESULTS } from "../appointments/statuses.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Ticket } from "./contract.ts";
import { type TicketTarget, ticketFor } from "./existing.ts";
import { performOnTicket } from "./perform.ts";

/** The service of a number is over, or its citizen went away before it began. */
export async function endTicket(
  tx: Tx,
  office: ActingOffice,
  target: TicketTarget,
  step: "completion" | "departure",
): Promise<Ticket> {
  const before = await ticketFor(tx, office, step, target);
  const { kind, to } = STEP_RESULTS[step];
  return performOnTicket(tx, office, {
    kind,
    at: target.now,
    before,
    after: { ...before, status: to, status_at: target.now },
  });
}

/** A card is shown at the counter of somebody who waits with a number: the law gives them priority. */
export async function prioritiseTicket(tx: Tx, office: ActingOffice, target: TicketTarget): Promise<Ticket> {
  const before = await ticketFor(tx, office, "call", target);
  const after = { ...before, is_statutory: true };
  return performOnTicket(tx, office, { kind: "prioritised", at: target.now, before, after });
}
