import type { OperableOffice } from "../identity/office-access.ts";
import { noticeStep } from "../onboarding/notice-step.ts";
import { part, type Tx, withoutEnd } from "../platform/database/sql.ts";
import type { Keep } from "../platform/http/idempotency.ts";
import { type FieldError, refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { Appointment, BookingRequest } from "./contract.ts";
import { workOfVisit } from "./field/visit-services.ts";
import { confirming, type NewEvent, recordEvent, recording } from "./history/history-sql.ts";
import { lockDays, lockDaysUnless } from "./place/locks.ts";
import type { Place } from "./place/offer.ts";
import { offeredMinutes, placeOrRefuse, slotTaken } from "./place/placing.ts";
import { hasTaker } from "./place/taker-sql.ts";
import { arrive } from "./progress.ts";
import { detailColumns } from "./row/details.ts";
import { asRead, newRow } from "./row/new-row.ts";
import { requireOfferedLanguage } from "./row/offered-languages.ts";
import { requireOfferedNeeds } from "./row/offered-needs.ts";
import { presented } from "./row/present.ts";
import { type AppointmentRow, insertAppointment, insertAtLast, type NewRow } from "./sql.ts";

/**
 * Books for a citizen or a business in a queue, or in any (circular §Β: «προσθήκη ραντεβού»). For a citizen at the
 * counter it notes the arrival too, as an act of its own in the history; of them it need not know the name.
 * @throws Refusal 422 for a field, 409 when the place is taken or not offered
 */
export async function book(
  tx: Tx,
  office: OperableOffice,
  request: BookingRequest,
  { now, keep, look }: Asking,
): Promise<Appointment> {
  const details = detailColumns(request, { mayBeNameless: request.arrived === true });
  refuseFields(arrivalErrors(request, dateOf(now)));
  await Promise.all([requireOfferedLanguage(tx, request.language), requireOfferedNeeds(tx, request)]);
  const place = await lockedPlace(tx, office, request, { now, look });
  const isFirst = await noticeStep(tx, office, "appointment-added", now);
  const row = newRow(office, place, details, now);
  if (request.arrived) return withArrival(tx, office, row, keep);
  // A step that the act has written goes with it should the constraint refuse it: the commit can't travel along.
  return alone(isFirst ? withoutEnd(tx) : tx, office, row, keep);
}

interface Asking {
  readonly now: Temporal.Instant;
  /** Stores the answer for the idempotency key */
  readonly keep: Keep;
  readonly look: Look;
}

/** The questions of a booking that travel first, in one journey to the database. */
export interface Look {
  readonly isLocked: Promise<boolean>;
  place(): Promise<Place>;
}

/** Refuses nothing by itself: whether anybody asks for its answers is not known yet. */
export function lookAt(tx: Tx, office: OperableOffice, request: BookingRequest, now: Temporal.Instant): Look {
  const { time, queue } = request;
  const date = dayOf(request);
  // Sent before all else: what is read behind it holds until the end.
  const isLocked = lockDaysUnless(tx, office.id, hasTaker(office.id, { date, time, queue }), date);
  const place = placeOrRefuse(tx, office, wishOf(tx, office, request, now));
  for (const answer of [isLocked, place]) answer.catch(() => {});
  return { isLocked, place: () => place };
}

/** Found under the lock of its day. A place seen to be gone is refused at once, whoever holds the lock. */
async function lockedPlace(
  tx: Tx,
  office: OperableOffice,
  request: BookingRequest,
  { now, look }: Omit<Asking, "keep">,
): Promise<Place> {
  const [isLocked, seen] = await Promise.all([look.isLocked, look.place()]);
  if (isLocked) return seen;
  // It was given back meanwhile.
  const [, found] = await Promise.all([
    lockDays(tx, office.id, dayOf(request)),
    placeOrRefuse(tx, office, wishOf(tx, office, request, now)),
  ]);
  return found;
}

/** Asks for the length at once. */
const wishOf = (tx: Tx, office: OperableOffice, request: BookingRequest, now: Temporal.Instant) => ({
  ...placeOfRequest(request, now),
  minutes: offeredMinutes(tx, office, workOfVisit(request)),
});

/** What is wished, but for its length. */
export const placeOfRequest = (request: BookingRequest, now: Temporal.Instant) => {
  const { time, queue, among, channel = "phone" } = request;
  return { date: dayOf(request), time, queue, among, channel, now };
};

const dayOf = ({ date }: BookingRequest): Temporal.PlainDate => Temporal.PlainDate.from(date);

/** Appointment, history, notice, stored answer and the word to the citizen in one statement. */
async function alone(tx: Tx, office: OperableOffice, row: NewRow, keep: Keep): Promise<Appointment> {
  const booked = asRead(office, row, "");
  const answer = presented(office.code, booked);
  const source = part`from added`;
  const reference = await insertAtLast(
    tx,
    office.id,
    row,
    part`${recording(tx, office.id, booking(office, booked), source)}, ${confirming(office.id, booked, source)}
      kept as (${keep(part`${JSON.stringify(answer)}::jsonb || jsonb_build_object('reference', reference)`, source)})`,
  );
  if (reference === null) throw slotTaken(row.starts_at);
  return { ...answer, reference };
}

/** Two acts, one after the other. The citizen is at the counter: nothing is confirmed by e-mail. */
async function withArrival(tx: Tx, office: OperableOffice, row: NewRow, keep: Keep): Promise<Appointment> {
  const answer = await addArrived(tx, office, row);
  await tx.last`${keep(part`${JSON.stringify(answer)}::jsonb`, part``)}`;
  return answer;
}

/** The same without an answer to keep. */
export async function addArrived(tx: Tx, office: OperableOffice, row: NewRow): Promise<Appointment> {
  const reference = await insertAppointment(tx, office.id, row);
  if (reference === null) throw slotTaken(row.starts_at);
  const booked = asRead(office, row, reference);
  await recordEvent(tx, office.id, booking(office, booked));
  return arrive(tx, office, booked);
}

const booking = ({ employeeId }: OperableOffice, booked: AppointmentRow): NewEvent => ({
  kind: "booked",
  at: booked.created_at,
  employeeId,
  before: null,
  after: booked,
});

/** Nobody has arrived by telephone, or on another day. */
function arrivalErrors({ arrived, channel, date }: BookingRequest, today: Temporal.PlainDate): FieldError[] {
  if (!arrived) return [];
  if (channel !== "in-person") return [{ field: "arrived", code: "arrived-not-in-person" }];
  return date === today.toString() ? [] : [{ field: "arrived", code: "arrived-not-today" }];
}
