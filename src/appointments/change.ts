import { visitMinutes } from "../availability/queue-day.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import type { Appointment, ChangeRequest } from "./contract.ts";
import { workOfRow } from "./field/visit-services.ts";
import { perform } from "./perform.ts";
import { offeredMinutes, requirePlaces, serviceMinutes } from "./place/placing.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { patched } from "./row/details.ts";
import { lockedAppointment } from "./row/existing.ts";
import { interpretationIn } from "./row/interpretation.ts";
import { requireOfferedLanguage } from "./row/offered-languages.ts";
import { requireOfferedNeeds } from "./row/offered-needs.ts";
import { minutesOf } from "./row/present.ts";
import { type AppointmentRow, queuesOfDay } from "./sql.ts";

/**
 * Changes what was typed (circular §Β: «επεξεργασία»); never when it begins. Other services may take longer: then the
 * place must have room for them; what shorter ones leave is free.
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
  await requireOfferedNeeds(tx, request, before);
  const changed = patched(before, request);
  const interpretation = interpretationIn(request, before, changed);
  const after = await withLength(tx, office, before, { ...changed, interpretation });
  return perform(tx, office, { kind: "changed", at: target.now, before, after });
}

/**
 * As long as what is done in it takes now. @throws Refusal 409 where its place has no room for that, 422 for a service
 * that is not offered
 */
export async function withLength(
  tx: Tx,
  office: ActingOffice,
  before: AppointmentRow,
  after: AppointmentRow,
): Promise<AppointmentRow> {
  const [was, work] = [workOfRow(before), workOfRow(after)];
  if (was.join() === work.join()) return after;
  const added = besides(work, was);
  if (added.length > 0) await offeredMinutes(tx, office, added);
  const minutes = await serviceMinutes(tx, office, work);
  const queue = (await queuesOfDay(tx, office.id, dateOf(before.starts_at))).find(
    ({ number }) => number === before.queue,
  );
  const whole = queue ? visitMinutes(queue.slot_minutes, minutes) : minutes;
  // Whoever asks for less needs no longer place, whatever became of the catalogue.
  const length = added.length > 0 ? whole : Math.min(whole, minutesOf(before));
  if (length === minutesOf(before)) return after;
  const fitted = { ...after, ends_at: before.starts_at.add({ minutes: length }) };
  if (added.length > 0) await requirePlaces(tx, office, [{ before, after: fitted }]);
  return fitted;
}

/** Those that were not there before, as often as they are done. */
function besides(work: readonly string[], before: readonly string[]): string[] {
  const left = [...before];
  return work.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
