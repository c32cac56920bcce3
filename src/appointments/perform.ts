import type { ActingOffice } from "../identity/acting-office.ts";
import { planCitizensMail, planMails } from "../outbox/plan.ts";
import type { Tx } from "../platform/database/sql.ts";
import { sqlState } from "../platform/database/transaction.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Appointment } from "./contract.ts";
import { changedColumns } from "./history/changes.ts";
import { type EventKind, type Links, recordEvent } from "./history/history-sql.ts";
import { wordToCitizen } from "./history/word-to-citizen.ts";
import { followAppointment } from "./line/follow-line.ts";
import { noteFreed } from "./online/freed.ts";
import { isMove, requireMoveLeft } from "./online/moves-left.ts";
import { requireSameNames } from "./online/name-stays.ts";
import { slotTaken } from "./place/placing.ts";
import { requireVersion } from "./row/existing.ts";
import { noteGoneBack } from "./row/gone-back-sql.ts";
import { presented } from "./row/present.ts";
import { type AppointmentRow, appointmentById, updateAppointment } from "./sql.ts";

const EXCLUSION_VIOLATION = "23P01";

interface Performed extends Links {
  readonly kind: EventKind;
  readonly at: Temporal.Instant;
  readonly before: AppointmentRow;
  readonly after: AppointmentRow;
}

/**
 * Writes one act on an appointment with its history, and plans the word to its citizen. An act that changes nothing leaves nothing, unless it is linked.
 * Whatever a citizen does passes here, by link or partner: behind the row that is written, so that of ten at once no one moves once too often.
 * @throws Refusal 409 `slot-taken`, `moves-used-up`, `name-stays`; 412
 */
export async function perform(tx: Tx, office: ActingOffice, act: Performed): Promise<Appointment> {
  const { before, after: changed, undoes, cause } = act;
  const isLinked = undoes !== undefined || cause !== undefined;
  if (Object.keys(changedColumns(before, changed)).length === 0 && !isLinked) return presented(office.code, before);
  const after = { ...changed, version: before.version + 1 };
  const isWritten = await updateAppointment(tx, office.id, before, after).catch((error) => {
    throw sqlState(error) === EXCLUSION_VIOLATION ? slotTaken(after.starts_at) : error;
  });
  if (!isWritten) await refuseStale(tx, office, before);
  if (office.employeeId === null) await requireOfCitizen(tx, office.id, act);
  await noteGoneBack(tx, office.id, [{ before, after }], act.at);
  await noteFreed(tx, office.id, [{ before, after }], act.at);
  await recordEvent(tx, office.id, { ...act, after, employeeId: office.employeeId });
  await followAppointment(tx, office.id, { ...act, after });
  const word = wordToCitizen(before, after);
  if (word && office.employeeId === null) await planCitizensMail(tx, office.id, word, { at: act.at });
  else if (word) await planMails(tx, office.id, [word], { at: act.at });
  return presented(office.code, after);
}

/** What no citizen does, whichever way they take. */
async function requireOfCitizen(tx: Tx, officeId: number, act: Performed): Promise<void> {
  requireSameNames(act.before, act.after);
  if (isMove(act)) await requireMoveLeft(tx, officeId, act.before.id);
}

/** Somebody wrote between our reading and our writing. */
async function refuseStale(tx: Tx, office: ActingOffice, before: AppointmentRow): Promise<never> {
  const current = (await appointmentById(tx, office.id, before.id)) as AppointmentRow;
  if (current.anonymized_at) throw new Refusal(409, "appointment-anonymous");
  await requireVersion(tx, office, current, before.version);
  throw new Error("An appointment was neither written nor changed meanwhile.");
}
