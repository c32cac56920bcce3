import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { instantOf } from "../platform/time.ts";
import type { Appointment, BookingRequest } from "./contract.ts";
import { detailsOf } from "./details.ts";
import { record } from "./history-sql.ts";
import { lockDays, tryLockDays } from "./locks.ts";
import { placeOrRefuse, serviceMinutes, slotTaken } from "./placing.ts";
import { presented } from "./present.ts";
import { insertAppointment, type NewRow } from "./sql.ts";

/**
 * Books for a citizen or a business in a queue, or in any (circular §Β: «προσθήκη ραντεβού»).
 * @throws Refusal 422 for a field, 409 when the place is taken or not offered
 */
export async function book(
  tx: Tx,
  office: OperableOffice,
  request: BookingRequest,
  now: Temporal.Instant,
): Promise<Appointment> {
  const details = detailsOf(request);
  const date = Temporal.PlainDate.from(request.date);
  const minutes = await serviceMinutes(tx, details.service);
  const wish = { date, time: request.time, queue: request.queue, minutes };
  if (!(await tryLockDays(tx, office.id, date))) {
    await placeOrRefuse(tx, office, wish, details.channel, now);
    await lockDays(tx, office.id, date);
  }
  const { queue, visit } = await placeOrRefuse(tx, office, wish, details.channel, now);
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
  const booked = { ...row, reference, created_by_name: office.employeeName };
  await record(tx, office.id, { kind: "booked", at: now, employeeId: office.employeeId }, null, booked);
  return presented(office.code, booked);
}
