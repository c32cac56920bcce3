import type { Alternative, Channel } from "../appointments/contract.ts";
import { factsOfOffice } from "../appointments/place/facts.ts";
import { freeTimes } from "../appointments/place/offer.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";

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

/** The first free place, looked for week by week: most offices have one in the first. */
export async function firstFree(tx: Read, office: OperableOffice, search: Search): Promise<Alternative | null> {
  for (let week = 0; week < search.weeks; week++) {
    const first = search.from.add({ weeks: week });
    const last = first.add({ days: 6 });
    const facts = await factsOfOffice(tx, office, first, last);
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
