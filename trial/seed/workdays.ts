import { memoize } from "../../src/platform/memoize.ts";
import { dateOfMinute, type LocalDay, localDay } from "../../src/platform/time.ts";

/** Monday to Friday; holidays count, as the calendar's weekdays do. */

/** The day itself, or the next from Monday to Friday, after so many more working days. */
export function workday(date: Temporal.PlainDate, later = 0): Temporal.PlainDate {
  const day = date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }) : date;
  return later === 0 ? day : workday(day.add({ days: 1 }), later - 1);
}

/** The first of so many working days of which the last is given. */
export function firstOfWorkdays(last: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let [date, left] = [last, count - 1];
  while (left > 0) {
    date = date.subtract({ days: 1 });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date;
}

/** So many days before that minute, or the Friday before. Asked millions of times of few days: each is computed once. */
export function workdayBefore(minute: number, days: number): LocalDay {
  const day = dayAtHour(Math.floor(minute / 60)) - days;
  const weekday = ((day + 3) % 7) + 1;
  return dayOfNumber(weekday > 5 ? day - (weekday - 5) : day);
}

/** A Thursday */
const EPOCH = new Temporal.PlainDate(1970, 1, 1);
const dayAtHour = memoize("seed: days of hours", 100_000, (hour: number) => EPOCH.until(dateOfMinute(hour * 60)).days);
const dayOfNumber = memoize("seed: days", 10_000, (day: number) => localDay(EPOCH.add({ days: day })));
