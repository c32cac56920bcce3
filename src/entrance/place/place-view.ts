import type { ActingOffice } from "../../identity/acting-office.ts";
import type { PromisePlace } from "../../measures/promises/promise-note.ts";
import type { PromiseNotes } from "../../measures/promises/promise-notes.ts";
import {
  type NoWaitPromise,
  type PromiseToNumber,
  promiseToNumbers,
  type WaitPromise,
} from "../../measures/promises/wait-promise.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { type LineNow, lineNow } from "../../waiting/place/line-now.ts";
import { type OwnPlace, ownPlace } from "../../waiting/place/own-place.ts";
import { minutesOnClock } from "../../waiting/rules.ts";

/** An office's line as all who wait in it see it, each from their own place. */
export interface LineView {
  readonly line: LineNow;
  /** To those without an appointment */
  readonly promise: PromiseToNumber;
}

interface LineTerms {
  readonly now: Temporal.Instant;
  readonly promises: PromiseNotes;
}

export async function lineView(tx: Read, office: ActingOffice, { now, promises }: LineTerms): Promise<LineView> {
  const date = dateOf(now);
  const [line, promise] = await Promise.all([
    lineNow(tx, office, date),
    promiseToNumbers(tx, office.id, { date, notes: promises }),
  ]);
  return { line, promise };
}

/** What somebody sees of their place in the line, on a screen, on paper and on the own phone. */
export interface PlaceView {
  readonly place: OwnPlace;
  /** Null: they don't wait, or have an appointment, whose time says it */
  readonly promise: WaitPromise | NoWaitPromise | null;
}

interface PlaceShown {
  readonly visit: string;
  readonly now: Temporal.Instant;
  /** Where it is shown: a range is a promise by that */
  readonly on: PromisePlace;
}

/** Null: there is no such place in this line. */
export function placeView({ line, promise }: LineView, { visit, now, on }: PlaceShown): PlaceView | null {
  const place = ownPlace(line, visit);
  if (!place) return null;
  if (place.is !== "waiting" || !place.isTicket) return { place, promise: null };
  const waited = Math.max(0, minutesOnClock(place.since, now));
  return { place, promise: promise({ ticket: visit, place: on, waited }) };
}
