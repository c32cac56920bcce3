import type { ActingOffice } from "../identity/acting-office.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import type { Appointment, MoveRequest } from "./contract.ts";
import { workOfRow } from "./field/visit-services.ts";
import { perform } from "./perform.ts";
import { lockDays, lockDaysUnless } from "./place/locks.ts";
import { placeOrRefuse, serviceMinutes } from "./place/placing.ts";
import { hasTaker } from "./place/taker-sql.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { atPlace } from "./row/at-place.ts";
import { existingAppointment } from "./row/existing.ts";

/** To another time or queue; everything else stays. The old place is free the moment the new one is taken. */
export async function move(
  tx: Tx,
  office: ActingOffice,
  target: AppointmentTarget,
  request: Omit<MoveRequest, "callLater">,
): Promise<Appointment> {
  const date = Temporal.PlainDate.from(request.date);
  const { id, now } = target;
  const { time, queue, among } = request;
  const seen = await existingAppointment(tx, office, id);
  const look = async () => {
    await requireAct(tx, office, seen, { ...target, act: "move" });
    const minutes = serviceMinutes(tx, office, workOfRow(seen));
    const wish = { date, time, queue, among, minutes, channel: seen.channel, now };
    const [before, place] = await Promise.all([
      existingAppointment(tx, office, id),
      placeOrRefuse(tx, office, wish, seen),
    ]);
    // Should somebody have moved it before its day was locked, its version has changed, and the caller is told so.
    await requireAct(tx, office, before, { ...target, act: "move" });
    return { before, place };
  };
  const days = [dateOf(seen.starts_at), date] as const;
  // In one journey: a look behind the lock sees what holds, and without it that the place is gone.
  const locking = lockDaysUnless(tx, office.id, hasTaker(office.id, { date, time, queue }), ...days);
  const [isLocked, first] = await Promise.all([locking, look()]);
  if (!isLocked) await lockDays(tx, office.id, ...days);
  const { before, place } = isLocked ? first : await look();
  return perform(tx, office, { kind: "moved", at: now, before, after: atPlace(before, place, now) });
}
