import { mondayOf, mondayShowing } from "../../../../kit/weeks-range.ts";
import type { Availability } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";

/** A time of any day, chosen by hand: the wish, and what of it can be had. */

type DayTimes = Availability["days"][number];

export interface OtherWish {
  /** Empty while what was typed is no date: then nothing is chosen */
  readonly date: string;
  readonly time: string | null;
  /** null: whichever has room */
  readonly queue: number | null;
  /** Of the weeks in view */
  readonly monday: string;
}

/** The weeks in view begin with the present one, and go on by whole pages until they show the day. */
export const wishFor = (wish: Omit<OtherWish, "monday">, today: string): OtherWish => ({
  ...wish,
  monday: mondayShowing(mondayOf(today), wish.date),
});

/** Another day, queue or time of the same wish. */
export function changedWish(wish: OtherWish, changed: Partial<OtherWish>): OtherWish {
  const next = { ...wish, ...changed };
  return changed.date ? { ...next, monday: mondayShowing(next.monday, changed.date) } : next;
}

/** Times of a day in the wished queue, or in any. */
export const timesFor = (day: DayTimes | undefined, queue: number | null): string[] =>
  (day?.times ?? []).filter(({ queues }) => queue === null || queues.includes(queue)).map(({ time }) => time);

/**
 * The wished time if it is free, else the next free one of that day, else its last; null when the day has none. Of any
 * queue it is the first one with room, so that it is seen on the plan and offered to nobody else; the others will do as well.
 */
export function placeWished(day: DayTimes | undefined, wish: OtherWish): Slot | null {
  const times = timesFor(day, wish.queue);
  const time = times.find((free) => free >= (wish.time ?? "")) ?? times.at(-1);
  const among = wish.queue === null ? day?.times.find((each) => each.time === time)?.queues : undefined;
  const queue = wish.queue ?? among?.[0];
  return time === undefined || queue === undefined ? null : { date: wish.date, time, queue, ...(among && { among }) };
}

/** The first free time after a day without any. */
export function nextFree(days: readonly DayTimes[], { date, queue }: OtherWish): Omit<Slot, "queue"> | null {
  const day = days.find((each) => each.date > date && timesFor(each, queue).length > 0);
  const [time] = timesFor(day, queue);
  return day && time !== undefined ? { date: day.date, time } : null;
}
