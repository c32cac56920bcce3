import { earlierDate } from "../../../platform/time.ts";
import type { FreeTime } from "../../choose/first-free.ts";
import type { Offered } from "../../hold/offering.ts";
import { onlineDays } from "../../online-days.ts";

export interface TimeFilter {
  readonly afternoon: boolean;
  readonly saturday: boolean;
}

const A_WEEK = 7;
const NOON = "12:00";
const AFTERNOON = "15:00";
const SATURDAY = 6;

/**
 * Of each day the first time of the morning, of noon and of the afternoon, so that one office does not fill a page with one
 * hour; day by day until there are so many. Pure.
 */
export function spreadTimes({ facts, offering }: Offered, filter: TimeFilter, most: number): FreeTime[] {
  const found: FreeTime[] = [];
  for (let first = offering.first; found.length < most; first = first.add({ days: A_WEEK })) {
    if (Temporal.PlainDate.compare(first, offering.last) > 0) break;
    const last = earlierDate(first.add({ days: A_WEEK - 1 }), offering.last);
    for (const { date, times } of onlineDays(facts, { ...offering, first, last })) {
      if (filter.saturday && Temporal.PlainDate.from(date).dayOfWeek !== SATURDAY) continue;
      found.push(...firstOfParts(times, filter).map((time) => ({ date, time })));
    }
  }
  return found.slice(0, most);
}

function firstOfParts(times: readonly string[], { afternoon }: TimeFilter): string[] {
  const parts = [
    times.find((time) => time < NOON),
    times.find((time) => time >= NOON && time < AFTERNOON),
    times.find((time) => time >= AFTERNOON),
  ];
  return parts.filter((time) => time !== undefined).filter((time) => !afternoon || time >= AFTERNOON);
}
