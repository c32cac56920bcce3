import { minuteOf } from "../../../../kit/dates.ts";
import type { Day } from "../../../contract.ts";
import { hasPlace } from "../../../statuses.ts";
import { isSlot, type WishedPlace } from "./place.ts";

/** Whether somebody else got the place while the form stood on it, as far as the plan's day knows. Pure. */
export function isGone({ date, appointments }: Day, place: WishedPlace | null): boolean {
  if (!place || !isSlot(place) || place.date !== date) return false;
  return appointments.some(
    ({ queue, time, minutes, status }) =>
      queue === place.queue &&
      hasPlace(status) &&
      minuteOf(time) <= minuteOf(place.time) &&
      minuteOf(place.time) < minuteOf(time) + minutes,
  );
}
