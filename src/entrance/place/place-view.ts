import type { ActingOffice } from "../../identity/acting-office.ts";
import { measuredDays } from "../../measures/measured-days.ts";
import { type WaitEstimate, waitEstimates } from "../../measures/wait-estimate.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { type LineNow, lineNow } from "../../waiting/place/line-now.ts";
import { type OwnPlace, ownPlace } from "../../waiting/place/own-place.ts";
import { minutesOnClock } from "../../waiting/rules.ts";

/** An office's line as all who wait in it see it, each from their own place. */
export interface LineView {
  readonly line: LineNow;
  /** By the whole minutes that somebody without an appointment has waited */
  estimate(waited: number): WaitEstimate;
}

export async function lineView(tx: Read, office: ActingOffice, now: Temporal.Instant): Promise<LineView> {
  const date = dateOf(now);
  const [line, days] = await Promise.all([lineNow(tx, office, date), measuredDays(tx, office.id, date)]);
  return { line, estimate: waitEstimates(days) };
}

/** What somebody sees of their place in the line, on a screen, on paper and on the own phone. */
export interface PlaceView {
  readonly place: OwnPlace;
  /** Null: they don't wait, or have an appointment, whose time says it */
  readonly estimate: WaitEstimate | null;
}

/** Null: there is no such place in this line. */
export function placeView(
  { line, estimate }: LineView,
  { visit, now }: { readonly visit: string; readonly now: Temporal.Instant },
): PlaceView | null {
  const place = ownPlace(line, visit);
  if (!place) return null;
  if (place.is !== "waiting" || !place.isTicket) return { place, estimate: null };
  return { place, estimate: estimate(Math.max(0, minutesOnClock(place.since, now))) };
}
