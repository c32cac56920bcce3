import { clockTextOf, minuteOfDay } from "../platform/time.ts";

/** Down to the last whole one that is over. */
export const wholeMinutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.max(0, Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000));

/** Of the day in Athens, from 0 to 47. */
export const halfHourOf = (at: Temporal.Instant): number => Math.floor(minuteOfDay(clockTextOf(at)) / 30);
