import {
  type UsualOfClass,
  type UsualTable,
  type UsualWait,
  usualOf,
  VISITS_NEEDED,
  type WaitedDay,
} from "../../../src/measures/promises/usual-wait.ts";
import {
  usualByWeekday,
  usualOn,
  WEEKDAY_WEEKS,
  weekdaysToChoose,
} from "../../../src/measures/promises/weekday-waits.ts";
import { ESTIMATE_WEEKS } from "../../../src/measures/wait-estimate.ts";
import { DATES, type Person, weekdayOf } from "./people.ts";

/** What an office's page tells of waiting in the morning after a date, and of which days that is. */
export interface PageReading {
  /** ISO text; the last day that it is of */
  readonly until: string;
  readonly tables: readonly TableReading[];
  /** null: nothing can be chosen */
  readonly choice: WeekdayChoice | null;
}

export interface TableReading {
  /** «all», or ISO with the Sunday up to which it is: of the same week it is the same table */
  readonly name: string;
  readonly days: readonly string[];
  /** Hour → minutes; hours in the table of which nothing is said have none */
  readonly hours: ReadonlyMap<number, { readonly from: number; readonly to: number } | null>;
  /** At least, in fives */
  readonly daysMeasured: number;
  /** Of its visits, something is said of four of five */
  readonly isMostlySaid: boolean;
}

interface WeekdayChoice {
  readonly days: readonly string[];
  readonly weekdays: readonly number[];
}

const DAYS_STEP = 5;

export function pageAfter(people: ReadonlyMap<string, readonly Person[]>, until: string): PageReading {
  const [whole, closed] = [datesBefore(until, 7 * ESTIMATE_WEEKS), closedBefore(until)];
  const usual: UsualWait = {
    "walk-in": usualOf(waited(people, whole)),
    appointment: usualOf([]),
    weekdays: usualByWeekday({ "walk-in": waited(people, closed), appointment: [] }),
  };
  const weekdays = weekdaysToChoose(usual);
  const apart = weekdays.flatMap((weekday) => {
    const shown = usualOn(usual, "walk-in", weekday);
    const days = closed.filter((date) => weekdayOf(date) === weekday);
    return shown?.isApart ? tableReading(`${weekday} ${closed.at(-1)}`, days, shown.part, true) : [];
  });
  // Of a weekday that does not stand apart that of all days is shown; where all of them do, or are not told of, it is not.
  const isWholeShown = weekdays.length === 0 || weekdays.some((each) => !usualOn(usual, "walk-in", each)?.isApart);
  return {
    until,
    tables: [...(isWholeShown ? tableReading(`all ${until}`, whole, usual["walk-in"], false) : []), ...apart],
    choice: weekdays.length === 0 ? null : { days: closed, weekdays },
  };
}

function tableReading(
  name: string,
  days: readonly string[],
  part: UsualOfClass,
  isMostlySaid: boolean,
): TableReading[] {
  if ("why" in part) return [];
  const { hours, days: measured }: UsualTable = part;
  const seen = hours.map((hour) => [hour.hour, "isFew" in hour ? null : { from: hour.from, to: hour.to }] as const);
  return [{ name, days, hours: new Map(seen), daysMeasured: measured - (measured % DAYS_STEP), isMostlySaid }];
}

const datesBefore = (until: string, days: number): string[] => {
  const index = DATES.indexOf(until) + 1;
  return DATES.slice(Math.max(0, index - days), index);
};

function closedBefore(until: string): string[] {
  const index = DATES.findLastIndex((date) => date <= until && weekdayOf(date) === 7) + 1;
  return DATES.slice(Math.max(0, index - 7 * WEEKDAY_WEEKS), index);
}

const waited = (people: ReadonlyMap<string, readonly Person[]>, dates: readonly string[]): WaitedDay[] =>
  dates.flatMap((date) => {
    const those = people.get(date) ?? [];
    return those.length === 0 ? [] : [dayOf(date, those)];
  });

function dayOf(date: string, people: readonly Person[]): WaitedDay {
  const halfHours: Record<string, Record<string, number>> = {};
  for (const { hour, minutes } of people) {
    const counts = halfHours[2 * hour] ?? {};
    counts[minutes] = (counts[minutes] ?? 0) + 1;
    halfHours[2 * hour] = counts;
  }
  return { date, halfHours, visits: people.length, complete: people.length };
}

/** How the program's tables are made, as anybody can read there: the fewest and the most people of an hour or weekday of which nothing is said. */
export interface Rules {
  /** Of an hour that is listed, and nothing is said of it */
  readonly fewest: number;
  /** Of an hour beside those that are listed */
  readonly unlisted: number;
  /** On a weekday that may be chosen */
  readonly chosen: number;
}

/** Tried out, so that whoever attacks knows as much of the program as there is to know. */
export function rulesOfTables(): Rules {
  const days = DATES.slice(0, 21 * 7);
  const table = (more: readonly Person[]) => {
    const people = [...days.flatMap((date) => (weekdayOf(date) === 2 ? many(date) : [])), ...more];
    return pageAfter(
      Map.groupBy(people, ({ date }) => date),
      days.at(-1) as string,
    );
  };
  const many = (date: string): Person[] =>
    [9, 11].flatMap((hour) => Array.from({ length: VISITS_NEEDED }, () => person(date, hour)));
  const person = (date: string, hour: number): Person => ({ date, hour, minutes: 4, group: "certificates" });
  const [friday] = days.filter((date) => weekdayOf(date) === 5).slice(-1) as [string];
  const listed = (hour: number, more: readonly Person[]) => table(more).tables.some(({ hours }) => hours.has(hour));
  const tuesday = days.findLast((date) => weekdayOf(date) === 2) as string;
  const least = (isSeen: (count: number) => boolean): number => {
    for (let count = 0; count < VISITS_NEEDED; count++) if (isSeen(count)) return count;
    return VISITS_NEEDED;
  };
  const of = (date: string, hour: number, count: number) => Array.from({ length: count }, () => person(date, hour));
  return {
    fewest: least((count) => listed(10, of(tuesday, 10, count))),
    unlisted: least((count) => listed(14, of(tuesday, 14, count))) - 1,
    chosen: least((count) => table(of(friday, 10, count)).choice?.weekdays.includes(5) ?? false),
  };
}
