import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { instantOf } from "../platform/time.ts";
import type { DetailsRequest } from "./contract.ts";
import { detailsOf } from "./details.ts";
import { record } from "./history-sql.ts";
import type { Place } from "./offer.ts";
import { slotTaken } from "./placing.ts";
import { insertAppointment, type NewRow } from "./sql.ts";

export interface PlacedBooking {
  readonly place: Place;
  readonly details: DetailsRequest;
}

/** So many statements travel together; each must be answered before the connection counts as silent. */
const AT_ONCE = 50;

/**
 * Books appointments whose places were found while the caller has the office to herself (`lockOffice`). All or none.
 * @throws Refusal 422 for a field, 409 should the constraint know better
 */
export async function bookMany(
  tx: Tx,
  office: OperableOffice,
  bookings: readonly PlacedBooking[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = bookings.map((booking) => rowOf(office, booking, now));
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    await Promise.all(rows.slice(first, first + AT_ONCE).map((row) => bookOne(tx, office, row, now)));
  }
}

function rowOf(office: OperableOffice, { place, details }: PlacedBooking, now: Temporal.Instant): NewRow {
  return {
    ...detailsOf(details),
    id: randomUUIDv7(),
    queue: place.queue,
    starts_at: instantOf(place.visit.from),
    ends_at: instantOf(place.visit.to),
    status: "booked",
    status_at: now,
    cancellation_reason: null,
    kept_by: null,
    version: 1,
    created_at: now,
    created_by: office.employeeId,
  };
}

async function bookOne(tx: Tx, office: OperableOffice, row: NewRow, now: Temporal.Instant): Promise<void> {
  const reference = await insertAppointment(tx, office.id, row);
  if (reference === null) throw slotTaken(row.starts_at);
  const booked = { ...row, reference, transferred_to: null, created_by_name: office.employeeName };
  await record(tx, office.id, { kind: "booked", at: now, employeeId: office.employeeId }, null, booked);
}
