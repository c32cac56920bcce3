import { minuteOfDay } from "../platform/time.ts";
import type { PlaceBeingFilled } from "./events.ts";

/** Whether two places can't both be had. Pure. */
export function isAtOnce(a: PlaceBeingFilled, b: PlaceBeingFilled): boolean {
  const [from, other] = [minuteOfDay(a.time), minuteOfDay(b.time)];
  return a.date === b.date && a.queue === b.queue && from < other + b.minutes && other < from + a.minutes;
}
