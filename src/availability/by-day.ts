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
    let index = indexAt(days, visit.from);
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

/** Days are about as long as each other: one hour at most has to be made good. */
function indexAt(days: readonly LocalDay[], minute: number): number {
  let index = Math.max(0, Math.floor((minute - (days[0]?.from ?? minute)) / 1440));
  while (index > 0 && minute < (days[index]?.from ?? Number.POSITIVE_INFINITY)) index--;
  while (minute >= (days[index]?.to ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}
