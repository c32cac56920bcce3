import { clockText, type Interval, type LocalDay } from "../platform/time.ts";

/**
 * A part of the day in local times. What reaches beyond ends with it; what ends as the clock is set, ends at the time
 * that it showed until then.
 */
export const span = (part: Interval, day: LocalDay): { from: string; to: string } => ({
  from: clockText(part.from <= day.from ? 0 : day.minuteOf(part.from)),
  to: clockText(day.minuteOf(Math.min(part.to, day.to) - 1) + 1),
});
