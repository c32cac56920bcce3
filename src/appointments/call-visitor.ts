import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Appointment } from "./contract.ts";
import { perform } from "./perform.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { lockedAppointment } from "./row/existing.ts";

/** Calls the citizen who waits to the counter of the queue; once more where nobody came. The citizen still waits. */
export async function callVisitor(tx: Tx, office: OperableOffice, target: AppointmentTarget): Promise<Appointment> {
  const before = await lockedAppointment(tx, office, target.id);
  await requireAct(tx, office, before, { ...target, act: "call" });
  const after = { ...before, called_at: target.now };
  return perform(tx, office, { kind: "called", at: target.now, before, after });
}
