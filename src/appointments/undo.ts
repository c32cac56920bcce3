import type { OperableOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import type { Appointment } from "./contract.ts";
import { workOfRow } from "./field/visit-services.ts";
import { changedSinceDecision } from "./history/changed-since-decision-sql.ts";
import { type EventRow, standingEvents } from "./history/history-sql.ts";
import { perform } from "./perform.ts";
import { lockDays } from "./place/locks.ts";
import { requirePlaces } from "./place/placing.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { existingAppointment, requireVersion } from "./row/existing.ts";
import { comesBack, takenBack } from "./row/taken-back.ts";
import type { AppointmentRow } from "./sql.ts";

/**
 * Takes back the last act that still stands; asked again, the one before it. A booking taken back is cancelled.
 * An appointment that comes back to a place must find it open and free, or else as its head had kept it (409 if not).
 * A transfer alone stays: it would have to take back what another office has made of it since.
 */
export async function undo(tx: Tx, office: OperableOffice, target: AppointmentTarget): Promise<Appointment> {
  const { id, version, now } = target;
  const seen = await existingAppointment(tx, office, id);
  await requireVersion(tx, office, seen, version);
  const expected = restored(seen, await standing(tx, office, id), now);
  await lockDays(tx, office.id, dateOf(seen.starts_at), dateOf(expected.starts_at));
  const before = await existingAppointment(tx, office, id);
  await requireAct(tx, office, before, { ...target, act: "undo" });
  const [last, ...earlier] = await standing(tx, office, id);
  const after = restored(before, [last, ...earlier], now);
  // The head who kept it earlier knew nothing of what the later decision was about.
  const losesKeeping = last.kind === "kept";
  const isAllowed = !losesKeeping && (!comesBack(before, after) || (await isKeptThere(tx, office, after)));
  if (!isAllowed) await requirePlaces(tx, office, [{ before, after }]);
  return perform(tx, office, { kind: "undone", at: now, before, after, undoes: last.version });
}

/** The place to which it would come back, for a clerk who was refused. */
export async function wishedBack(tx: Read, office: OperableOffice, id: string, now: Temporal.Instant) {
  const row = restored(await existingAppointment(tx, office, id), await standing(tx, office, id), now);
  const { starts_at, queue, channel } = row;
  const services = workOfRow(row);
  return { date: dateOf(starts_at).toString(), time: clockTextOf(starts_at), queue, services, channel };
}

/** The act that is taken back, and those before it. */
type Standing = readonly [EventRow, ...EventRow[]];

async function standing(tx: Read, office: OperableOffice, id: string): Promise<Standing> {
  const [last, ...earlier] = await standingEvents(tx, office.id, id);
  if (!last) throw new Refusal(409, "nothing-to-undo");
  return [last, ...earlier];
}

/** As it was before the last act. */
export function restored(row: AppointmentRow, [last, ...earlier]: Standing, now: Temporal.Instant): AppointmentRow {
  if (last.kind === "transferred") throw new Refusal(409, "transfer-stays");
  if (last.kind === "booked") return { ...row, status: "cancelled", status_at: now, cancellation_reason: null };
  const since = earlier.find(setsStatus) ?? last;
  return takenBack(row, last.changes, since.paper_at ?? since.at);
}

/** A citizen who had arrived at 10:22 has arrived at 10:22 again. */
const setsStatus = ({ kind, changes }: EventRow): boolean =>
  kind === "booked" || kind === "transferred" || "status" in changes;

/** A place at which its head kept it knowingly need not be open, only free. */
const isKeptThere = async (tx: Tx, office: OperableOffice, row: AppointmentRow): Promise<boolean> =>
  row.kept_by !== null && !(await changedSinceDecision(tx, office.id, [row], null)).has(row.id);
