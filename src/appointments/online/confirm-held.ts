import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { planMails } from "../../outbox/plan.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Appointment } from "../contract.ts";
import { recordEvent } from "../history/history-sql.ts";
import { wordToCitizen } from "../history/word-to-citizen.ts";
import { requirePlaces } from "../place/placing.ts";
import type { DetailColumns } from "../row/details.ts";
import { lockedAppointment } from "../row/existing.ts";
import { presented } from "../row/present.ts";
import { type AppointmentRow, updateAppointment } from "../sql.ts";
import { INITIAL_STATUS } from "../statuses.ts";

/**
 * The row that holds a place, with its day locked. The rules are looked at again: a queue that was hidden meanwhile, or a
 * day that was closed, takes nobody.
 * @throws Refusal 409 `hold-over` or `slot-not-offered`
 */
export async function lockedHold(tx: Tx, office: CitizensOffice, id: string): Promise<AppointmentRow> {
  const held = await lockedAppointment(tx, office, id);
  if (held.status !== "held") throw new Refusal(409, "hold-over");
  await requirePlaces(tx, office, [{ before: held, after: held }]);
  return held;
}

/** Who comes to it. */
export type Visitor = Pick<
  DetailColumns,
  "last_name" | "first_name" | "phone" | "email" | "party" | "business_name" | "business_afm" | "language"
>;

/** Makes an appointment of it: with its history, and word to its citizen at once, who has no second thoughts any more. */
export async function confirmHeld(
  tx: Tx,
  office: CitizensOffice,
  held: AppointmentRow,
  { visitor, now }: { readonly visitor: Visitor; readonly now: Temporal.Instant },
): Promise<Appointment> {
  const version = held.version + 1;
  const after: AppointmentRow = { ...held, ...visitor, status: INITIAL_STATUS, status_at: now, version };
  if (!(await updateAppointment(tx, office.id, held, after))) throw new Error("A hold was changed under its lock.");
  await recordEvent(tx, office.id, { kind: "booked", at: now, employeeId: null, before: null, after });
  const word = wordToCitizen(null, after);
  if (word) await planMails(tx, office.id, [word], { at: now, dueAt: now });
  return presented(office.code, after);
}
