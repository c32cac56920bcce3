import type { Read } from "../../../platform/database/sql.ts";
import { heldMinutes, offerOn, openDays } from "../../choose/chosen-offer.ts";
import { longestOpen } from "../../longest-open.ts";
import type { PlaceToGo } from "../../office-sql.ts";
import { onlineDays } from "../../online-days.ts";
import type { OpenedOffice } from "../../opened-office.ts";

/** What an office needs for all that is done in one visit. */
export interface TogetherAtOffice {
  readonly place: PlaceToGo;
  readonly minutes: number;
  /** So long a place is held for it: whole slots of the queue that has the longest */
  readonly held: number;
  /** The longest visit that has room there at all; 0: nothing is open */
  readonly longest: number;
  /** On so many days there is such a place */
  readonly days: number;
  /** Appointments to come that one person may have */
  readonly limit: number;
}

/** @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer */
export async function togetherAtOffice(
  tx: Read,
  opened: OpenedOffice,
  { service, now }: { readonly service: string; readonly now: Temporal.Instant },
): Promise<TogetherAtOffice> {
  const { facts, offering } = await offerOn(tx, opened, { service, now, ...openDays(opened, now) });
  const { minutes } = offering;
  return {
    place: opened.place,
    minutes,
    held: heldMinutes(facts, minutes),
    longest: longestOpen(facts, offering),
    days: onlineDays(facts, offering).filter(({ times }) => times.length > 0).length,
    limit: opened.terms.limit,
  };
}
