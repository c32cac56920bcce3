import { clockText, type Interval, type LocalDay } from "../platform/time.ts";

/** A part of the day in local times; what reaches beyond ends with it. */
export const span = (part: Interval, day: LocalDay): { from: string; to: string } => ({
  from: clockText(part.from <= day.from ? 0 : day.minuteOf(part.from)),
  to: part.to >= day.to ? "24:00" : clockText(day.minuteOf(part.to)),
});
