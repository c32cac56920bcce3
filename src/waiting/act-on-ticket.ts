import { STEP_RESULTS } from "../appointments/statuses.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Ticket } from "./contract.ts";
import { type TicketTarget, ticketFor } from "./existing.ts";
import { performOnTicket } from "./perform.ts";
import { requireServingQueue } from "./serving-queue.ts";

/** Calls a number to a queue's counter, from then on that queue's; once more where nobody came. */
export async function callTicket(tx: Tx, office: OperableOffice, target: TicketTarget, queue: number): Promise<Ticket> {
  const before = await ticketFor(tx, office, "call", target);
  await requireServingQueue(tx, office, queue, target.now);
  const after = { ...before, queue, called_at: target.now };
  return performOnTicket(tx, office, { kind: "called", at: target.now, before, after });
}

/** The service of a number is over, or its citizen went away before it began. */
export async function endTicket(
  tx: Tx,
  office: OperableOffice,
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
