import { type LocalDay, localDay } from "../platform/time.ts";
import type { Facts, OfQueue } from "./facts.ts";
import { overlaps } from "./intervals.ts";
import { hoursOn } from "./queue-day.ts";

/** Facts of weeks, cut into days: so that they are not looked through again for every queue of every day. Pure. */

export const daysFrom = (first: Temporal.PlainDate, count: number): LocalDay[] =>
  Array.from({ length: count }, (_, index) => localDay(first.add({ days: index })));

/** The facts of each day alone, for days one after the other. */
export function factsByDay(facts: Facts, days: readonly LocalDay[]): Facts[] {
  const taken = days.map((): OfQueue[] => []);
  for (const visit of facts.taken) {
    let index = Math.max(0, indexAt(days, visit.from));
    for (; days[index] && overlaps(visit, days[index] as LocalDay); index++) taken[index]?.push(visit);
  }
  return days.map((day, index) => ({
    ...facts,
    hours: hoursOn(facts.hours, day.date),
    taken: taken[index] ?? [],
    closed: facts.closed.filter((part) => overlaps(part, day)),
    extra: facts.extra.filter((part) => overlaps(part, day)),
  }));
}

/**
 * Which of the days a minute is of; before the first one -1, after the last one their number. They are about as long as
 * each other: one hour at most has to be made good.
 */
export function indexAt(days: readonly LocalDay[], minute: number): number {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || minute < first.from) return -1;
  if (minute >= last.to) return days.length;
  let index = Math.min(Math.floor((minute - first.from) / 1440), days.length - 1);
  while (minute < (days[index] as LocalDay).from) index--;
  while (minute >= (days[index] as LocalDay).to) index++;
  return index;
}
