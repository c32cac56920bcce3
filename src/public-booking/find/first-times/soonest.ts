import { dateOf } from "../../../platform/time.ts";
import type { FreeTime } from "../../choose/first-free.ts";
import type { OnlineTerms } from "../../terms.ts";
import type { FirstTimes } from "./first-times.ts";
import type { LookedAt } from "./read-days.ts";

export interface Soonest {
  readonly terms: OnlineTerms;
  /** Null: there is none on any day that is open */
  readonly free: FreeTime | null;
}

/** The first time that can be had. Null: the office gives no times for this service. */
export async function soonestAt(
  firstTimes: FirstTimes,
  asked: LookedAt,
  now: Temporal.Instant,
): Promise<Soonest | null> {
  for (let date = dateOf(now); ; date = date.add({ days: 1 })) {
    const { times, hasMore, terms } = await firstTimes.on(asked, date, now);
    if (!terms) return null;
    const [time] = times;
    if (time) return { terms, free: { date: date.toString(), time } };
    if (!hasMore) return { terms, free: null };
  }
}
