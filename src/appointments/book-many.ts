import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { instantOf } from "../platform/time.ts";
import type { DetailsRequest } from "./contract.ts";
import { detailsOf } from "./details.ts";
import { insertMany } from "./many-sql.ts";
import type { Place } from "./offer.ts";
import { slotTaken } from "./placing.ts";
import type { NewRow } from "./sql.ts";
import { INITIAL_STATUS } from "./statuses.ts";

export interface PlacedBooking {
  readonly place: Place;
  readonly details: DetailsRequest;
}

/** By one statement, which has a few seconds */
const AT_ONCE = 2_000;

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
    const part = rows.slice(first, first + AT_ONCE);
    const added = new Set(await insertMany(tx, office.id, part));
    const taken = part.find(({ id }) => !added.has(id));
    if (taken) throw slotTaken(taken.starts_at);
  }
  await announceRules(tx, office.id);
}

function rowOf(office: OperableOffice, { place, details }: PlacedBooking, now: Temporal.Instant): NewRow {
  return {
    ...detailsOf(details),
    id: randomUUIDv7(),
    queue: place.queue,
    starts_at: instantOf(place.visit.from),
    ends_at: instantOf(place.visit.to),
    status: INITIAL_STATUS,
    status_at: now,
    cancellation_reason: null,
    kept_by: null,
    version: 1,
    created_at: now,
    created_by: office.employeeId,
  };
}
