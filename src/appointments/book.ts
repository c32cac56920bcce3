import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type FieldError, refuseFields } from "../platform/refusal.ts";
import { dateOf, instantOf } from "../platform/time.ts";
import type { Appointment, BookingRequest } from "./contract.ts";
import { detailsOf } from "./details.ts";
import { record } from "./history-sql.ts";
import { lockDays, tryLockDays } from "./locks.ts";
import { offeredMinutes, placeOrRefuse, slotTaken } from "./placing.ts";
import { presented } from "./present.ts";
import { arrive } from "./progress.ts";
import { insertAppointment, type NewRow } from "./sql.ts";

/**
 * Books for a citizen or a business in a queue, or in any (circular §Β: «προσθήκη ραντεβού»); for who stands at the
 * counter the arrival too, as an act of its own in the history.
 * @throws Refusal 422 for a field, 409 when the place is taken or not offered
 */
export async function book(
  tx: Tx,
  office: OperableOffice,
  request: BookingRequest,
  now: Temporal.Instant,
): Promise<Appointment> {
  const details = detailsOf(request);
  refuseFields(arrivalErrors(request, dateOf(now)));
  const date = Temporal.PlainDate.from(request.date);
  const place = async () => {
    const minutes = await offeredMinutes(tx, office, details.service);
    const wish = { date, time: request.time, queue: request.queue, minutes };
    return placeOrRefuse(tx, office, wish, details.channel, now);
  };
  if (!(await tryLockDays(tx, office.id, date))) {
    await place();
    await lockDays(tx, office.id, date);
  }
  const { queue, visit } = await place();
  const row: NewRow = {
    ...details,
    id: randomUUIDv7(),
    queue,
    starts_at: instantOf(visit.from),
    ends_at: instantOf(visit.to),
    status: "booked",
    status_at: now,
    cancellation_reason: null,
    kept_by: null,
    version: 1,
    created_at: now,
    created_by: office.employeeId,
  };
  const reference = await insertAppointment(tx, office.id, row);
  if (reference === null) throw slotTaken(row.starts_at);
  const booked = { ...row, reference, transferred_to: null, created_by_name: office.employeeName };
  await record(tx, office.id, { kind: "booked", at: now, employeeId: office.employeeId }, null, booked);
  return request.arrived ? arrive(tx, office, booked, now) : presented(office.code, booked);
}

/** Nobody has arrived by telephone, or on another day. */
function arrivalErrors({ arrived, channel, date }: BookingRequest, today: Temporal.PlainDate): FieldError[] {
  if (!arrived) return [];
  if (channel !== "in-person") return [{ field: "arrived", code: "arrived-not-in-person" }];
  return date === today.toString() ? [] : [{ field: "arrived", code: "arrived-not-today" }];
}
