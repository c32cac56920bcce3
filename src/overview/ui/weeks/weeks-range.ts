import { daysAfter } from "../../../kit/dates.ts";

/** Which weeks are shown together: four, from a Monday on. Pure. */

export const WEEKS_SHOWN = 4;
const DAYS_SHOWN = WEEKS_SHOWN * 7;

export const mondayOf = (date: string): string => daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** The Monday of the shown weeks, moved on or back until they hold a day. */
export function mondayShowing(monday: string, date: string): string {
  const distance = Temporal.PlainDate.from(monday).until(date).days;
  return daysAfter(monday, Math.floor(distance / DAYS_SHOWN) * DAYS_SHOWN);
}

export const lastDayFrom = (monday: string): string => daysAfter(monday, DAYS_SHOWN - 1);
export const weeksLater = (monday: string): string => daysAfter(monday, DAYS_SHOWN);
export const weeksEarlier = (monday: string): string => daysAfter(monday, -DAYS_SHOWN);

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -DAYS_SHOWN,
  PageDown: DAYS_SHOWN,
};

/** The day to which a key leads; Home and End: the first and last day of the week. */
export function dayByKey(key: string, date: string): string | null {
  if (key === "Home") return mondayOf(date);
  if (key === "End") return daysAfter(mondayOf(date), 6);
  const step = STEPS[key];
  return step === undefined ? null : daysAfter(date, step);
}
