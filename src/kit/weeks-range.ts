import { daysAfter } from "./dates.ts";
import type { Direction } from "./roving.ts";

/** Which weeks are shown together: four, from a Monday on. Pure. */

export const WEEKS_SHOWN = 4;
const DAYS_SHOWN = WEEKS_SHOWN * 7;

export const mondayOf = (date: string): string => daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** The Monday of the shown weeks, moved on or back until they hold a day. */
export function mondayShowing(monday: string, date: string): string {
  const distance = Temporal.PlainDate.from(monday).until(date).days;
  return daysAfter(monday, Math.floor(distance / DAYS_SHOWN) * DAYS_SHOWN);
}

/** A month touches no more weeks. */
export const MONTH_WEEKS = 6;

/** @param first of the month */
export const lastOfMonth = (first: string): string => daysAfter(first, Temporal.PlainDate.from(first).daysInMonth - 1);

export const lastDayFrom = (monday: string): string => daysAfter(monday, DAYS_SHOWN - 1);
export const weeksLater = (monday: string): string => daysAfter(monday, DAYS_SHOWN);
export const weeksEarlier = (monday: string): string => daysAfter(monday, -DAYS_SHOWN);

const STEPS = {
  left: -1,
  right: 1,
  up: -7,
  down: 7,
  "page-up": -DAYS_SHOWN,
  "page-down": DAYS_SHOWN,
};

/** The day to which a direction leads; to the first and last day of the week by Home and End. */
export function dayBy(direction: Direction, date: string): string {
  if (direction === "first") return mondayOf(date);
  if (direction === "last") return daysAfter(mondayOf(date), 6);
  return daysAfter(date, STEPS[direction]);
}
