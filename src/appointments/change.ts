import { visitMinutes } from "../availability/queue-day.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import type { Appointment, ChangeRequest } from "./contract.ts";
import { perform } from "./perform.ts";
import { offeredMinutes, requirePlaces } from "./place/placing.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { patched } from "./row/details.ts";
import { lockedAppointment } from "./row/existing.ts";
import { requireOfferedLanguage } from "./row/offered-languages.ts";
import { minutesOf } from "./row/present.ts";
import { type AppointmentRow, queuesOfDay } from "./sql.ts";

/**
 * Changes what was typed (circular §Β: «επεξεργασία»); never the place. Another service may take longer: then the
 * place must have room for it.
 */
export async function change(
  tx: Tx,
  office: ActingOffice,
  target: AppointmentTarget,
  request: ChangeRequest,
): Promise<Appointment> {
  const before = await lockedAppointment(tx, office, target.id);
  await requireAct(tx, office, before, { ...target, act: "edit" });
  if (request.language !== before.language) await requireOfferedLanguage(tx, request.language);
  const after = await withLength(tx, office, before, patched(before, request));
  return perform(tx, office, { kind: "changed", at: target.now, before, after });
}

async function withLength(
  tx: Tx,
  office: ActingOffice,
  before: AppointmentRow,
  after: AppointmentRow,
): Promise<AppointmentRow> {
  if (after.service === before.service) return after;
  const minutes = await offeredMinutes(tx, office, after.service);
  const queue = (await queuesOfDay(tx, office.id, dateOf(before.starts_at))).find(
    ({ number }) => number === before.queue,
  );
  const length = queue ? visitMinutes(queue.slot_minutes, minutes) : minutes;
  if (length === minutesOf(before)) return after;
  const longer = { ...after, ends_at: before.starts_at.add({ minutes: length }) };
  await requirePlaces(tx, office, [{ before, after: longer }]);
  return longer;
}
