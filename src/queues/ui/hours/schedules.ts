import { daysAfter } from "../../../kit/dates.ts";
import { HOURS_BEHIND_DAYS, type Queue } from "../../contract.ts";
import { isSameTimes, type OpeningTimes, WEEKDAYS, type Week } from "./hours-week.ts";

/** Each week that a queue has had, has or will have, and from when to when: summer, winter, Easter. Pure. */
export interface Schedule {
  /** null: ever since */
  readonly from: string | null;
  /** The last day, included; null: until further notice */
  readonly to: string | null;
  readonly week: Week;
}

type Hours = Queue["hours"][number];
/** Half-open; null is open */
interface Stretch {
  readonly from: string | null;
  readonly until: string | null;
}

/** None when it is always the same. Of equal weeks the first that is not over stands for all. */
export function schedulesOf({ hours, pastHours }: Queue, today: string): Schedule[] {
  const all = [...pastHours, ...hours];
  const known = stretchesOf(all)
    .filter((stretch) => isKnown(stretch, today) && !isOneDay(stretch))
    .map(({ from, until }) => ({ from, to: until && daysAfter(until, -1), week: weekWithin(all, { from, until }) }))
    .filter(({ week }) => WEEKDAYS.some((day) => week[day]?.length))
    .toSorted((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)));
  const distinct = known.filter(
    ({ week }, index) => known.findIndex((other) => isSameWeek(other.week, week)) === index,
  );
  return distinct.length > 1 ? distinct : [];
}

/** Between any two days on which hours begin or end, the week is one. */
function stretchesOf(hours: readonly Hours[]): Stretch[] {
  const edges = hours.flatMap(({ from, to }) => [from, to && daysAfter(to, 1)]).filter((edge) => edge !== null);
  const days = [...new Set(edges)].toSorted();
  return [null, ...days].map((from, index) => ({ from, until: days[index] ?? null }));
}

/** What was over before that is not told of, so a week of then would have holes. */
const isKnown = ({ until }: Stretch, today: string): boolean =>
  until === null || until > daysAfter(today, -HOURS_BEHIND_DAYS);

const isOneDay = ({ from, until }: Stretch): boolean => from !== null && until !== null && daysAfter(from, 1) === until;

const isOver = ({ to }: Schedule, today: string): boolean => to !== null && to < today;

const weekWithin = (hours: readonly Hours[], { from, until }: Stretch): Week =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, hours.filter((row) => holds(row, day, from, until)).map(timesOf)]));

const holds = ({ weekday, from, to }: Hours, day: number, since: string | null, until: string | null): boolean =>
  weekday === day &&
  (from === null || (since !== null && from <= since)) &&
  (to === null || (until !== null && until <= daysAfter(to, 1)));

const timesOf = ({ opens, closes }: Hours): OpeningTimes => ({ opens, closes });

const isSameWeek = (a: Week, b: Week): boolean => WEEKDAYS.every((day) => isSameTimes(a[day] ?? [], b[day] ?? []));
