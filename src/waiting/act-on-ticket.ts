import { STEP_RESULTS } from "../appointments/statuses.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Ticket } from "./contract.ts";
import { type AskedTicket, ticketFor } from "./existing.ts";
import { performOnTicket } from "./perform.ts";
import { requireServingQueue } from "./serving-queue.ts";

/** Calls a number to a queue's counter, from then on that queue's; once more where nobody came. */
export async function callTicket(tx: Tx, office: OperableOffice, asked: AskedTicket, queue: number): Promise<Ticket> {
  const before = await ticketFor(tx, office, "call", asked);
  await requireServingQueue(tx, office, queue, asked.now);
  const after = { ...before, queue, called_at: asked.now };
  return performOnTicket(tx, office, { kind: "called", at: asked.now, before, after });
}

/** The service of a number is over, or its citizen went away before it began. */
export async function endTicket(
  tx: Tx,
  office: OperableOffice,
  asked: AskedTicket,
  step: "completion" | "departure",
): Promise<Ticket> {
  const before = await ticketFor(tx, office, step, asked);
  const { kind, to } = STEP_RESULTS[step];
  return performOnTicket(tx, office, {
    kind,
    at: asked.now,
    before,
    after: { ...before, status: to, status_at: asked.now },
  });
}
