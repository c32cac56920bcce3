import { isAtOnce } from "../../../../live/at-once.ts";
import type { FillingSeen, PlaceBeingFilled } from "../../../../live/events.ts";
import type { Availability } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import type { OtherWish } from "./other-wish.ts";

/** What colleagues are filling in just now is offered to nobody else. Pure. */

type Days = Availability["days"];

/** The free times without those that somebody else came to first. */
export function daysWithout(days: Days, fillings: readonly FillingSeen[], minutes: number): Days {
  const theirs = fillings.filter(({ isLater }) => !isLater);
  if (theirs.length === 0) return days;
  return days.map((day) => {
    const { date } = day;
    const here = theirs.filter(({ place }) => place.date === date);
    if (here.length === 0) return day;
    const isTheirs = (place: PlaceBeingFilled) => here.some((filling) => isAtOnce(filling.place, place));
    const times = day.times.map(({ time, queues }) => ({
      time,
      queues: queues.filter((queue) => !isTheirs({ date, time, queue, minutes })),
    }));
    return { date, times: times.filter(({ queues }) => queues.length > 0) };
  });
}

/** Whoever came first to a place; null: nobody. */
export function fillerOf(place: Slot, fillings: readonly FillingSeen[], minutes: number): FillingSeen | null {
  return fillings.find((filling) => !filling.isLater && isAtOnce(filling.place, { ...place, minutes })) ?? null;
}

/** Those that would stand among the times shown: until the last one of a list, or on the day and in the queue wished. */
export function withheldAmong(
  list: readonly Slot[],
  other: OtherWish | null,
  fillings: readonly FillingSeen[],
): FillingSeen[] {
  const last = list.at(-1);
  return fillings.filter(({ place, isLater }) => {
    if (isLater) return false;
    if (other) return place.date === other.date && (other.queue === null || place.queue === other.queue);
    return last !== undefined && `${place.date} ${place.time}` <= `${last.date} ${last.time}`;
  });
}
