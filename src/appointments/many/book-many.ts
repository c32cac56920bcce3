import type { OperableOffice } from "../../identity/office-access.ts";
import { announceRules } from "../../live/announce.ts";
import { noticeStep } from "../../onboarding/notice-step.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { DetailsRequest } from "../contract.ts";
import type { Place } from "../place/offer.ts";
import { slotTaken } from "../place/placing.ts";
import { detailColumns } from "../row/details.ts";
import { newRow } from "../row/new-row.ts";
import { insertMany } from "./many-sql.ts";

export interface PlacedBooking {
  readonly place: Place;
  readonly details: DetailsRequest;
}

/** By one statement, which has a few seconds */
export const AT_ONCE = 2_000;

/**
 * Books appointments whose places were found while the office was locked (`lockOffice`). All or none; by their cause they
 * are taken back.
 * @throws Refusal 422 for a field, 409 should the constraint know better
 */
export async function bookMany(
  tx: Tx,
  office: OperableOffice,
  bookings: readonly PlacedBooking[],
  { now, cause }: { readonly now: Temporal.Instant; readonly cause: string },
): Promise<void> {
  await noticeStep(tx, office, "appointment-added", now);
  const rows = bookings.map(({ place, details }) => newRow(office, place, detailColumns(details), now));
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const part = rows.slice(first, first + AT_ONCE);
    const added = new Set(await insertMany(tx, office.id, part, cause));
    const taken = part.find(({ id }) => !added.has(id));
    if (taken) throw slotTaken(taken.starts_at);
  }
  announceRules(tx, office.id);
}
