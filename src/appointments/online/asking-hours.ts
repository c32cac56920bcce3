import { clockTextOf, dateOf, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";

/** When people are asked whether they take a place that was given up. Pure. */

const FROM = "08:00";
const UNTIL = "20:00";
/** Nobody is asked later before a place begins. */
export const LEAST_NOTICE = { hours: 2 } as const;

export function mayAskAt(now: Temporal.Instant): boolean {
  const time = clockTextOf(now);
  return time >= FROM && time < UNTIL;
}

/** The moment from which people are asked again; null: they are now. */
export function nextMorning(now: Temporal.Instant): Temporal.Instant | null {
  if (mayAskAt(now)) return null;
  const isBefore = clockTextOf(now) < FROM;
  const date = isBefore ? dateOf(now) : dateOf(now).add({ days: 1 });
  return instantOf(localDay(date).at(minuteOfDay(FROM)));
}
