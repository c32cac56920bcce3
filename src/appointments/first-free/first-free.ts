import type { Facts } from "../../availability/facts.ts";
import { localDay, minuteOfDay } from "../../platform/time.ts";
import type { Alternative, Channel } from "../contract.ts";
import { freeTimes } from "../place/offer.ts";

export interface Search {
  readonly from: Temporal.PlainDate;
  readonly weeks: number;
  /** Epoch minutes: of the clock, and of the earliest start wished */
  readonly now: number;
  readonly earliest: number;
  /** null: by each queue's own slot */
  readonly minutes: number | null;
  readonly channel: Channel;
}

export type FactsBetween = (first: Temporal.PlainDate, last: Temporal.PlainDate) => Promise<Facts>;

/** The first free place. */
export const firstFree = async (factsBetween: FactsBetween, search: Search): Promise<Alternative | null> =>
  (await firstFreePlaces(factsBetween, search, 1))[0] ?? null;

/**
 * The first free places, a queue each, in the order of time and looked for week by week: most offices have them in the first.
 * @param count as many at most
 */
export async function firstFreePlaces(
  factsBetween: FactsBetween,
  search: Search,
  count: number,
): Promise<Alternative[]> {
  const places: Alternative[] = [];
  for (let week = 0; week < search.weeks; week++) {
    const first = search.from.add({ weeks: week });
    const last = first.add({ days: 6 });
    const facts = await factsBetween(first, last);
    const { minutes, now: nowMinute, channel } = search;
    for (const place of placesOf(freeTimes(facts, { first, last, minutes, nowMinute, channel }), search.earliest)) {
      places.push(place);
      if (places.length === count) return places;
    }
  }
  return places;
}

function* placesOf(days: ReturnType<typeof freeTimes>, earliest: number): Generator<Alternative> {
  for (const { date, times } of days) {
    const day = localDay(Temporal.PlainDate.from(date));
    for (const { time, queues } of times)
      if (day.at(minuteOfDay(time)) >= earliest) for (const queue of queues) yield { date, time, queue };
  }
}
