import type { ActingOffice } from "../../identity/acting-office.ts";
import { measuredDays } from "../../measures/measured-days.ts";
import { type WaitEstimate, waitEstimate } from "../../measures/wait-estimate.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { lineNow } from "../../waiting/place/line-now.ts";
import { type OwnPlace, ownPlace } from "../../waiting/place/own-place.ts";
import { minutesOnClock } from "../../waiting/rules.ts";

/** What somebody sees of their place in the line, on a screen, on paper and on the own phone. */
export interface SeenPlace {
  readonly place: OwnPlace;
  /** Null: they don't wait, or have an appointment, whose time says it */
  readonly estimate: WaitEstimate | null;
}

/** Null: there is no such place today. */
export async function seenPlace(
  tx: Read,
  office: ActingOffice,
  { visit, now }: { readonly visit: string; readonly now: Temporal.Instant },
): Promise<SeenPlace | null> {
  const date = dateOf(now);
  const place = ownPlace(await lineNow(tx, office, date), visit);
  if (!place) return null;
  if (place.is !== "waiting" || !place.isTicket) return { place, estimate: null };
  const days = await measuredDays(tx, office.id, date);
  return { place, estimate: waitEstimate(days, Math.max(0, minutesOnClock(place.since, now))) };
}
