import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import { shortWeekday } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";

export interface HalfHourGrid {
  /** ISO weekdays */
  readonly weekdays: readonly number[];
  /** From 0 to 47 */
  readonly halfHours: readonly number[];
  readonly waitingAt: (weekday: number, halfHour: number) => number;
}

/** Also the half-hours between in which nobody waited. */
export function halfHourGrid(cells: HowItWent["halfHours"]): HalfHourGrid {
  return {
    weekdays: [...new Set(cells.map(({ weekday }) => weekday))],
    halfHours: fromFirstToLast(cells.map(({ halfHour }) => halfHour)),
    waitingAt: (weekday, halfHour) =>
      cells.find((each) => each.weekday === weekday && each.halfHour === halfHour)?.waiting ?? 0,
  };
}

function fromFirstToLast(halfHours: readonly number[]): number[] {
  if (halfHours.length === 0) return [];
  const first = Math.min(...halfHours);
  return Array.from({ length: Math.max(...halfHours) - first + 1 }, (_, index) => first + index);
}

/** How many wait: a row for each half-hour, a column for each weekday. */
export function halfHoursTable({ halfHours: cells }: HowItWent, t: Text, language: Language): FigureTable {
  const { weekdays, halfHours, waitingAt } = halfHourGrid(cells);
  return {
    title: t("went.half-hours-caption"),
    columns: [t("went.half-hour"), ...weekdays.map((weekday) => shortWeekdayName(weekday, language))],
    rows: halfHours.map((halfHour) => [clockOf(halfHour), ...weekdays.map((weekday) => waitingAt(weekday, halfHour))]),
  };
}

/** 9:30 */
export const clockOf = (halfHour: number): string => `${Math.floor(halfHour / 2)}:${halfHour % 2 === 0 ? "00" : "30"}`;

/** By any date of an ISO weekday: 5 January 2026 is a Monday. */
export const shortWeekdayName = (weekday: number, language: Language): string =>
  shortWeekday(`2026-01-${String(4 + weekday).padStart(2, "0")}`, language);
