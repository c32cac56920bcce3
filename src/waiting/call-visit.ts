import type { Appointment } from "../appointments/contract.ts";
import { perform } from "../appointments/perform.ts";
import { calledTo } from "../appointments/progress.ts";
import { type AppointmentTarget, requireAct } from "../appointments/require-act.ts";
import { lockedAppointment } from "../appointments/row/existing.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf } from "../platform/time.ts";
import type { Ticket, VisitorCall } from "./contract.ts";
import { type TicketTarget, ticketFor } from "./existing.ts";
import { performOnTicket } from "./perform.ts";
import { requireServingQueue } from "./serving-queue.ts";
import { lineTerms } from "./sql.ts";
import { requireTurn } from "./turn.ts";

/** To call who waits to a counter changes no status: they still wait, but for that counter alone. */

/** @throws Refusal 409 when the same counter has called a moment ago; 422 for the queue, and where a reason is needed */
export async function callTicket(
  tx: Tx,
  office: OperableOffice,
  target: TicketTarget,
  { queue, reason }: VisitorCall & { readonly queue: number },
): Promise<Ticket> {
  const { id, now } = target;
  const before = await ticketFor(tx, office, "call", target);
  await requireServingQueue(tx, office, queue, now);
  if (before.queue === queue) await requireRecall(tx, office, before.called_at, now);
  await requireTurn(tx, office, { queue, id, reason, now });
  const after = { ...before, queue, called_at: now };
  return performOnTicket(tx, office, { kind: "called", at: now, before, after });
}

/** @throws as `callTicket` does */
export async function callAppointment(
  tx: Tx,
  office: OperableOffice,
  target: AppointmentTarget,
  { queue: wanted, reason }: VisitorCall,
): Promise<Appointment> {
  const { id, now } = target;
  const before = await lockedAppointment(tx, office, id);
  await requireAct(tx, office, before, { ...target, act: "call" });
  const queue = wanted ?? before.counter ?? before.queue;
  await requireServingQueue(tx, office, queue, now);
  if ((before.counter ?? before.queue) === queue) await requireRecall(tx, office, before.called_at, now);
  await requireTurn(tx, office, { queue, id, reason, now });
  return perform(tx, office, calledTo(before, queue, now));
}

/** Who was called needs a moment to come; so many minutes are the head's to say. */
async function requireRecall(
  tx: Tx,
  office: OperableOffice,
  calledAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Promise<void> {
  if (!calledAt) return;
  const { recallMinutes } = await lineTerms(tx, office.id);
  const from = calledAt.add({ minutes: recallMinutes });
  if (Temporal.Instant.compare(now, from) < 0)
    throw new Refusal(409, "recall-early", { values: { from: clockTextOf(from) } });
}
