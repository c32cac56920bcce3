import type { Appointment } from "../appointments/contract.ts";
import { progress } from "../appointments/progress.ts";
import type { AppointmentTarget } from "../appointments/require-act.ts";
import { lockedAppointment } from "../appointments/row/existing.ts";
import { visitorOf } from "../appointments/statuses.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import { requireTurn } from "./turn.ts";
import type { OutOfTurnReason } from "./turn-reasons.ts";

/** Who waits begins at the counter that called them, or at their own queue's. @throws as `progress` and `requireTurn` do */
export async function startService(
  tx: Tx,
  office: OperableOffice,
  target: AppointmentTarget<number | null>,
  reason: OutOfTurnReason | undefined,
): Promise<Appointment> {
  const { id, now } = target;
  const { counter, queue, status, starts_at } = await lockedAppointment(tx, office, id);
  // Of a day that is over it is only noted what was.
  if (visitorOf(status) === "waiting" && dateOf(starts_at).equals(dateOf(now)))
    await requireTurn(tx, office, { queue: counter ?? queue, id, reason, now });
  return progress(tx, office, target, "service-start");
}
