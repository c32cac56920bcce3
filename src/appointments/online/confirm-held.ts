import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { planCitizensMail } from "../../outbox/plan.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import type { Appointment } from "../contract.ts";
import type { PersonColumn, StoredAppointment } from "../field/columns.ts";
import { recordEvent } from "../history/history-sql.ts";
import { wordToCitizen } from "../history/word-to-citizen.ts";
import { lockDays } from "../place/locks.ts";
import { requirePlaces } from "../place/placing.ts";
import { existingAppointment } from "../row/existing.ts";
import { presented } from "../row/present.ts";
import { type AppointmentRow, updateAppointment } from "../sql.ts";
import { INITIAL_STATUS } from "../statuses.ts";
import { insertOwner, type VisitOwner } from "./owner-sql.ts";

/** A row that holds a place, and the time at which it was seen. */
export interface Hold {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
}

/** The row that holds a place, with its day locked. @throws Refusal 409 `hold-over` */
export async function lockedHold(tx: Tx, office: CitizensOffice, { id, startsAt }: Hold): Promise<AppointmentRow> {
  const [, held] = await Promise.all([lockDays(tx, office.id, dateOf(startsAt)), existingAppointment(tx, office, id)]);
  if (held.status !== "held" || !held.starts_at.equals(startsAt)) throw new Refusal(409, "hold-over");
  return held;
}

/**
 * By the rules as they are now, whoever holds a place may have it: a queue that was hidden meanwhile, or a day that was
 * closed, takes nobody. @throws Refusal 409 `slot-not-offered`
 */
export const requireHeldPlace = (tx: Tx, office: CitizensOffice, held: AppointmentRow): Promise<void> =>
  requirePlaces(tx, office, [{ before: held, after: held }]);

/** Who comes to it. */
export type Visitor = Pick<StoredAppointment, PersonColumn>;

interface Confirmation {
  readonly visitor: Visitor;
  /** Whoever was identified; null: nobody was */
  readonly owner: Pick<VisitOwner, "mark" | "way"> | null;
  readonly now: Temporal.Instant;
}

/** Makes an appointment of it: with its history, and word to its citizen at once, who has no second thoughts any more. */
export async function confirmHeld(
  tx: Tx,
  office: CitizensOffice,
  held: AppointmentRow,
  { visitor, owner, now }: Confirmation,
): Promise<Appointment> {
  const version = held.version + 1;
  const after: AppointmentRow = { ...held, ...visitor, status: INITIAL_STATUS, status_at: now, version };
  const word = wordToCitizen(null, after);
  const [isChanged] = await Promise.all([
    updateAppointment(tx, office.id, held, after),
    recordEvent(tx, office.id, { kind: "booked", at: now, employeeId: null, before: null, after }),
    owner && insertOwner(tx, office.id, held.id, { mark: owner.mark, way: owner.way, since: now }),
    word && planCitizensMail(tx, office.id, word, { at: now, dueAt: now }),
  ]);
  if (!isChanged) throw new Error("A hold was changed under its lock.");
  return presented(office.code, after);
}
