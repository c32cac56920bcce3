import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import type { Appointment } from "./contract.ts";
import { perform } from "./perform.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { lockedAppointment } from "./row/existing.ts";
import { reasonError } from "./rules.ts";

/** Gives the time back (circular §Β: «ακύρωση»). Who has come can't be cancelled: first undo the arrival. */
export async function cancel(
  tx: Tx,
  office: ActingOffice,
  target: AppointmentTarget,
  reason: string | null,
): Promise<Appointment> {
  const fault = reason === null ? null : reasonError(reason);
  refuseFields(fault ? [fault] : []);
  const before = await lockedAppointment(tx, office, target.id);
  await requireAct(tx, office, before, { ...target, act: "cancel" });
  const cancellation_reason = reason?.trim().normalize("NFC") || null;
  const after = { ...before, status: "cancelled" as const, status_at: target.now, cancellation_reason };
  return perform(tx, office, { kind: "cancelled", at: target.now, before, after });
}
