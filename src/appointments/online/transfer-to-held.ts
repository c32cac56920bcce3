import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { planCitizensMail } from "../../outbox/plan.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { bringAlong } from "../along/along.ts";
import { alongWith } from "../field/columns.ts";
import { wordToCitizen } from "../history/word-to-citizen.ts";
import type { AppointmentTarget } from "../require-act.ts";
import { existingAppointment } from "../row/existing.ts";
import { type AppointmentRow, updateAppointment } from "../sql.ts";
import { INITIAL_STATUS } from "../statuses.ts";
import { endHere, lockBoth, noteBegun } from "../transfer.ts";
import { type Hold, lockedHold, requireHeldPlace } from "./confirm-held.ts";

interface Offices {
  readonly from: CitizensOffice;
  readonly to: CitizensOffice;
}

/**
 * An appointment takes the place that another office holds for it: there it begins with a reference of its own, here it
 * ends, and both or neither. The transaction is in the scope of the office that has it, and comes back to it.
 * @throws Refusal 409 `hold-over`, `moves-used-up`, what has become of the place or of the appointment; 412
 */
export async function transferToHeld(
  tx: Tx,
  { from, to }: Offices,
  target: AppointmentTarget,
  hold: Hold,
): Promise<AppointmentRow> {
  const { id, now } = target;
  const seen = await existingAppointment(tx, from, id);
  await lockBoth(
    tx,
    { officeId: from.id, date: dateOf(seen.starts_at) },
    { officeId: to.id, date: dateOf(hold.startsAt) },
  );
  const { before, along } = await endHere(tx, { from, to }, target);
  await tx.switchTenant({ office: to.id });
  const held = await lockedHold(tx, to, hold);
  await requireHeldPlace(tx, to, held);
  const begins = { status: INITIAL_STATUS, status_at: now, version: held.version + 1 } as const;
  const begun: AppointmentRow = { ...held, ...alongWith(before), ...begins };
  if (!(await updateAppointment(tx, to.id, held, begun))) throw new Error("A hold was changed under its lock.");
  await noteBegun(tx, { from, to }, begun, { now, movesBefore: along.movesBefore });
  await bringAlong(tx, to.id, along, { before, begun, at: now });
  const word = wordToCitizen(null, begun);
  if (word) await planCitizensMail(tx, to.id, word, { at: now, dueAt: now });
  await tx.switchTenant({ office: from.id });
  return begun;
}
