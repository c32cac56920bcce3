import type { Availability } from "../../../contract.ts";
import type { WishedPlace } from "./place.ts";

/** A time of any day, chosen by hand: the wish, and what of it can be had. */

type DayTimes = Availability["days"][number];

export interface OtherWish {
  readonly date: string;
  readonly time: string | null;
  readonly queue: number | null;
}

/** Times of a day in the wished queue, or in any. */
export const timesFor = (day: DayTimes | undefined, queue: number | null): string[] =>
  (day?.times ?? []).filter(({ queues }) => queue === null || queues.includes(queue)).map(({ time }) => time);

export const queuesOn = (day: DayTimes | undefined): number[] =>
  [...new Set(day?.times.flatMap(({ queues }) => queues))].sort((a, b) => a - b);

/** The wished time if it is free, else the next free one of that day, else its last; null when the day has none. */
export function placeWished(day: DayTimes | undefined, wish: OtherWish): WishedPlace | null {
  const times = timesFor(day, wish.queue);
  const time = times.find((free) => free >= (wish.time ?? "")) ?? times.at(-1);
  return time === undefined ? null : { date: wish.date, time, queue: wish.queue };
}

/** The first free time after a day without any. */
export function nextFree(days: readonly DayTimes[], wish: OtherWish): WishedPlace | null {
  const day = days.find(({ date, times }) => date > wish.date && times.length > 0);
  return day?.times[0] ? { date: day.date, time: day.times[0].time, queue: null } : null;
}
