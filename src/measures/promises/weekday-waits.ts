import { ofWholeDay, sum, totalOf } from "../counts.ts";
import {
  USUAL_CLASSES,
  type UsualClass,
  type UsualOfClass,
  type UsualTable,
  type UsualWait,
  type UsualWeekdays,
  usualOf,
  VISITS_NEEDED,
  type WaitedDay,
} from "./usual-wait.ts";

/** The usual wait of each weekday by itself, where enough is known of it. Pure; docs/decisions/0064-a-promise-with-a-score.md. */

/** Closed weeks: ten days are needed, and holidays and days without visits are not measured */
export const WEEKDAY_WEEKS = 13;

/** A weekday's own table says something of so many of its visits, or it is not shown: one of gaps helps nobody */
const SAID_SHARE = 0.8;

/** @param days of the closed weeks, in their order */
export function usualByWeekday(days: Readonly<Record<UsualClass, readonly WaitedDay[]>>): UsualWeekdays {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    USUAL_CLASSES.some((each) => visitsIn(daysOn(days[each], weekday)) >= VISITS_NEEDED),
  );
  return Object.fromEntries(
    weekdays.map((weekday) => {
      const apart = USUAL_CLASSES.flatMap((each) => {
        const table = tableApart(daysOn(days[each], weekday));
        return table ? [[each, table]] : [];
      });
      return [weekday, Object.fromEntries(apart)];
    }),
  );
}

const daysOn = (days: readonly WaitedDay[], weekday: number): WaitedDay[] =>
  days.filter((day) => weekdayOf(day) === weekday);
const visitsIn = (days: readonly WaitedDay[]): number =>
  sum(days.map(({ halfHours }) => totalOf(ofWholeDay(halfHours))));

const weekdayOf = ({ date }: WaitedDay): number => Temporal.PlainDate.from(date).dayOfWeek;

function tableApart(days: readonly WaitedDay[]): UsualTable | null {
  const table = usualOf(days);
  if ("why" in table) return null;
  const said = sum(table.hours.map((hour) => ("isFew" in hour ? 0 : hour.visits)));
  return said >= SAID_SHARE * visitsIn(days) ? table : null;
}

/** Of which one may choose, ISO; none: no weekday stands apart, and the whole week is said of each. */
export function weekdaysToChoose({ weekdays = {} }: UsualWait): number[] {
  const isAnyApart = Object.values(weekdays).some((tables) => Object.keys(tables).length > 0);
  return isAnyApart ? Object.keys(weekdays).map(Number) : [];
}

export interface WeekdayWait {
  readonly part: UsualOfClass;
  /** False: it is of all weekdays together */
  readonly isApart: boolean;
}

/**
 * What is said of those who begin to wait on a weekday, and so what the night asks: its own hours, else those of all weekdays.
 * Null: nothing, because it cannot be chosen.
 */
export function usualOn(usual: UsualWait, ofClass: UsualClass, weekday: number): WeekdayWait | null {
  const choices = weekdaysToChoose(usual);
  if (choices.length > 0 && !choices.includes(weekday)) return null;
  const own = choices.length > 0 ? usual.weekdays?.[weekday]?.[ofClass] : undefined;
  return { part: own ?? usual[ofClass], isApart: own !== undefined };
}
