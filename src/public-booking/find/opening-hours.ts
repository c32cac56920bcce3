import { type Interval, localDay } from "../../platform/time.ts";
import type { PublicHours, Serving } from "./serving-sql.ts";

/** When an office serves, of all its public queues together. Pure. */
export interface SharedHours {
  /** ISO: 1 Monday … 7 Sunday, both included */
  readonly first: number;
  readonly last: number;
  /** Minutes since local midnight; none: closed */
  readonly times: readonly Interval[];
}

/** Weekdays that follow each other and have the same hours are one. */
export function sharedHours(hours: readonly PublicHours[]): SharedHours[] {
  const groups: SharedHours[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const times = timesOf(hours, weekday);
    const before = groups.at(-1);
    if (before && areSame(before.times, times)) groups[groups.length - 1] = { ...before, last: weekday };
    else groups.push({ first: weekday, last: weekday, times });
  }
  return groups;
}

function timesOf(hours: readonly PublicHours[], weekday: number): Interval[] {
  const joined: Interval[] = [];
  const ofDay = hours.filter((each) => each.weekday === weekday).sort((a, b) => a.opens - b.opens);
  for (const { opens, closes } of ofDay) {
    const before = joined.at(-1);
    if (before && opens <= before.to) joined[joined.length - 1] = { ...before, to: Math.max(before.to, closes) };
    else joined.push({ from: opens, to: closes });
  }
  return joined;
}

const areSame = (a: readonly Interval[], b: readonly Interval[]): boolean =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to);

/** Whether it serves at a minute of a day. */
export function isServing(
  { hours, extra, closed }: Pick<Serving, "hours" | "extra" | "closed">,
  { date, minute }: { readonly date: Temporal.PlainDate; readonly minute: number },
): boolean {
  const at = localDay(date).at(minute);
  const isWithin = (parts: readonly Interval[], moment: number) =>
    parts.some(({ from, to }) => from <= moment && moment < to);
  const isOpen = isWithin(timesOf(hours, date.dayOfWeek), minute) || isWithin(extra, at);
  return isOpen && !isWithin(closed, at);
}
