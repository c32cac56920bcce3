import { inPartsOfDay } from "../../../appointments/parts-of-day.ts";
import { overlaps } from "../../../availability/intervals.ts";
import { endingWith } from "../../../platform/database/sql.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { earlierDate, localDay, minuteOfDay } from "../../../platform/time.ts";
import { offerOn, openDays } from "../../choose/chosen-offer.ts";
import { requireOnlineLength } from "../../longest-visit.ts";
import { type OnlineDay, onlineDays } from "../../online-days.ts";
import { openedOffice } from "../../opened-office.ts";
import type { FreedPlace } from "../../sql.ts";
import type { OnlineTerms } from "../../terms.ts";

/** Of a day the first time of the morning, of noon and of the afternoon, so that one office does not fill a page with one hour. */
export interface FirstOfDay {
  readonly date: string;
  /** "09:15", in order */
  readonly times: readonly string[];
  /** The first of them in epoch minutes; null: it has none */
  readonly starts: number | null;
  /** Epoch milliseconds: then a place of it that was given up is offered; null: none waits for that */
  readonly until: number | null;
}

export interface ReadDays {
  readonly terms: OnlineTerms;
  readonly days: readonly FirstOfDay[];
}

export interface LookedAt {
  readonly office: { readonly id: number; readonly code: string };
  readonly service: string;
}

export interface DaysToRead {
  readonly first: Temporal.PlainDate;
  readonly days: number;
}

/** So many days, as far as anything is open. Null: the office is closed to citizens, or does not offer the service. */
export function readDays(
  db: Database,
  { office, service }: LookedAt,
  { first, days }: DaysToRead,
  now: Temporal.Instant,
): Promise<ReadDays | null> {
  const read = db.read({ office: office.id }, async (tx) => {
    const opened = await openedOffice(tx, office.code);
    const open = openDays(opened, now);
    if (Temporal.PlainDate.compare(first, open.last) > 0) return { terms: opened.terms, days: [] };
    const last = earlierDate(first.add({ days: days - 1 }), open.last);
    const { facts, offering, freed } = await offerOn(tx, opened, { service, now, first, last }, endingWith(tx));
    requireOnlineLength({ service, minutes: offering.minutes }, opened.place);
    return { terms: opened.terms, days: onlineDays(facts, offering).map((day) => dayTimes(day, freed)) };
  });
  return read.catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}

function dayTimes({ date, times: all }: OnlineDay, freed: readonly FreedPlace[]): FirstOfDay {
  const day = localDay(Temporal.PlainDate.from(date));
  const times = inPartsOfDay(all).map((part) => part.times[0] as string);
  const [first] = times;
  const starts = first === undefined ? null : day.at(minuteOfDay(first));
  const waits = freed.filter((place) => overlaps(place, day)).map(({ publicFrom }) => publicFrom);
  return { date, times, starts, until: waits.length > 0 ? Math.min(...waits) : null };
}
