import type { Span } from "../../kit/spans.ts";
import type { StripDay } from "./week-strip.ts";

/** What a queue's coming week has in common, so that beside a day only what is otherwise has to be said. Pure. */
export interface UsualHours {
  /** ISO: 1 Monday … 7 Sunday, in their order */
  readonly weekdays: readonly number[];
  readonly hours: readonly Span[];
}

/** Weekdays alike in one, also where others lie between them; closed ones left out. */
export function usualHours(days: readonly StripDay[]): UsualHours[] {
  const open = days.filter(({ hours }) => hours.length > 0).map((day) => ({ ...day, weekday: weekdayOf(day.date) }));
  const sorted = open.toSorted((a, b) => a.weekday - b.weekday);
  const alike = Map.groupBy(sorted, ({ hours }) => hours.map(({ from, to }) => `${from}-${to}`).join());
  return [...alike.values()].map((those) => ({
    weekdays: those.map(({ weekday }) => weekday),
    hours: those[0]?.hours ?? [],
  }));
}

/** «Δευ–Παρ», «Δευ, Τετ, Παρ»: three and more in a row by the first and the last. */
export function shortWeekdays(weekdays: readonly number[], nameOf: (weekday: number) => string): string {
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  const wordsOf = (run: readonly number[]) => {
    const names = run.map(nameOf);
    return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(", ");
  };
  return runs.map(wordsOf).join(", ");
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
