import { inPartsOfDay } from "../../../appointments/parts-of-day.ts";
import { overlaps } from "../../../availability/intervals.ts";
import { endingWith } from "../../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { earlierDate, localDay } from "../../../platform/time.ts";
import { offerOn, openDays } from "../../choose/chosen-offer.ts";
import { requireOnlineLength } from "../../longest-visit.ts";
import { type OnlineDay, onlineDays } from "../../online-days.ts";
import { openedOffice } from "../../opened-office.ts";
import type { FreedPlace } from "../../sql.ts";
import type { OnlineTerms } from "../../terms.ts";

/** What a day has left, by morning, noon and afternoon: the clock takes one time after the other. */
export interface PartsOfDay {
  readonly date: string;
  /** "09:15", in order; those that have any */
  readonly parts: readonly (readonly string[])[];
  /** Epoch milliseconds: then a place of it that was given up is offered; null: none waits for that */
  readonly until: number | null;
}

export interface ReadDays {
  readonly terms: OnlineTerms;
  readonly days: readonly PartsOfDay[];
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
  db: ReadOnlyDatabase,
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
    return { terms: opened.terms, days: onlineDays(facts, offering).map((day) => partsOfDay(day, freed)) };
  });
  return read.catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}

function partsOfDay({ date, times }: OnlineDay, freed: readonly FreedPlace[]): PartsOfDay {
  const day = localDay(Temporal.PlainDate.from(date));
  const waits = freed.filter((place) => overlaps(place, day)).map(({ publicFrom }) => publicFrom);
  return {
    date,
    parts: inPartsOfDay(times).map((part) => part.times),
    until: waits.length > 0 ? Math.min(...waits) : null,
  };
}
