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

/** The first free place, looked for week by week: most offices have one in the first. */
export async function firstFree(factsBetween: FactsBetween, search: Search): Promise<Alternative | null> {
  for (let week = 0; week < search.weeks; week++) {
    const first = search.from.add({ weeks: week });
    const last = first.add({ days: 6 });
    const facts = await factsBetween(first, last);
    const { minutes, now: nowMinute, channel } = search;
    const place = firstOf(freeTimes(facts, { first, last, minutes, nowMinute, channel }), search.earliest);
    if (place) return place;
  }
  return null;
}

function firstOf(days: ReturnType<typeof freeTimes>, earliest: number): Alternative | null {
  for (const { date, times } of days) {
    const day = localDay(Temporal.PlainDate.from(date));
    const found = times.find(({ time }) => day.at(minuteOfDay(time)) >= earliest);
    const queue = found?.queues[0];
    if (found && queue !== undefined) return { date, time: found.time, queue };
  }
  return null;
}
