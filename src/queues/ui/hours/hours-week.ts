import { daysAfter } from "../../../kit/dates.ts";
import type { HoursRequest, Queue } from "../../contract.ts";

/** A queue's hours of one week. Pure. */

export interface OpeningTimes {
  readonly opens: string;
  readonly closes: string;
}
/** By weekday, ISO: "1" Monday … "7" Sunday */
export type Week = Readonly<Record<string, readonly OpeningTimes[]>>;

export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** The first date of that weekday, not before the given one. */
export const firstDate = (weekday: number, from: string): string =>
  daysAfter(from, (weekday - weekdayOf(from) + 7) % 7);

export const openingTimesOn = (hours: Queue["hours"], date: string): OpeningTimes[] =>
  hours
    .filter(({ weekday, from, to }) => weekday === weekdayOf(date) && (from ?? date) <= date && date <= (to ?? date))
    .map(({ opens, closes }) => ({ opens, closes }))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1));

/** As it stands in the seven days that begin there. */
export const weekFrom = (hours: Queue["hours"], from: string): Week =>
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, openingTimesOn(hours, firstDate(weekday, from))]));

/** What a day may be copied to. */
export type Target = "workdays" | "week" | number;

const daysOf = (target: Target): readonly number[] => {
  if (target === "week") return WEEKDAYS;
  return target === "workdays" ? WEEKDAYS.slice(0, 5) : [target];
};

/** The days that it fills: each from the same weekday of another week, or all from one weekday. */
export const copied = (source: Week, from: number | null, target: Target): Week =>
  Object.fromEntries(daysOf(target).map((day) => [day, source[from ?? day] ?? []]));

export const isSameTimes = (a: readonly OpeningTimes[], b: readonly OpeningTimes[]): boolean => textOf(a) === textOf(b);

/** As they are typed. */
export const isSameWeek = (a: Week, b: Week): boolean =>
  WEEKDAYS.every((day) => JSON.stringify(a[day]) === JSON.stringify(b[day]));

const textOf = (times: readonly OpeningTimes[]): string =>
  times
    .map(({ opens, closes }) => `${opens}–${closes}`)
    .toSorted()
    .join();

/** As the server takes it. */
export const asRequested = (week: Week): HoursRequest["week"] =>
  Object.fromEntries(Object.entries(week).map(([day, times]) => [day, times.map((each) => ({ ...each }))]));
