import { dateAt, dayAfter, weekdayOf } from "../athens.ts";
import type { DaysByNight } from "../days-by-night.ts";
import type { LogVisit } from "../log.ts";
import { lastCounts } from "../office-day.ts";

/** Visits in vain by service and week, as docs/decisions/0065 says: each day once, by what was known in the night after. */

export interface Counts {
  readonly visits: number;
  readonly paper: number;
  readonly elsewhere: number;
  readonly needless: number;
}

/** One visit, for one of its services */
export interface Served {
  readonly monday: string;
  readonly service: string;
  readonly reason: keyof Omit<Counts, "visits"> | null;
  readonly line: string | null;
}

export interface CountedDay {
  readonly monday: string;
  readonly isWhole: boolean;
}

export interface ServedAtOffice {
  readonly days: readonly CountedDay[];
  readonly served: readonly Served[];
}

export function servedIn(days: DaysByNight): ServedAtOffice {
  const counted: CountedDay[] = [];
  const served: Served[] = [];
  for (const { date, night } of firstCounts(days.log.nights)) {
    const { courses, completeness } = days.at(date, night);
    if (completeness.visits === 0) continue;
    const monday = dayAfter(date, 1 - weekdayOf(date));
    const isWhole = completeness.complete * 5 >= completeness.visits * 4;
    counted.push({ monday, isWhole });
    if (!isWhole) continue;
    for (const { visit, hasEnded } of courses) if (hasEnded) served.push(...servicesOf(visit, monday, night));
  }
  return { days: counted, served };
}

function* firstCounts(nights: readonly number[]): Generator<{ readonly date: string; readonly night: number }> {
  const seen = new Set<string>();
  for (const [index, night] of nights.entries())
    for (const [date, by] of lastCounts(nights.slice(0, index + 1), dateAt))
      if (by === night && !seen.has(date)) {
        seen.add(date);
        yield { date, night };
      }
}

function servicesOf({ services, inVain }: LogVisit, monday: string, by: number): Served[] {
  const said = inVain.findLast(({ at }) => at <= by);
  return [...new Set(services)].map((service) => {
    const isOfIt = said?.service === service && said.reason !== null;
    return { monday, service, reason: isOfIt ? said.reason : null, line: isOfIt ? said.line : null };
  });
}

export function countsOf(served: readonly Served[]): Counts {
  const of = (reason: Served["reason"]) => served.filter((one) => one.reason === reason).length;
  return { visits: served.length, paper: of("paper"), elsewhere: of("elsewhere"), needless: of("needless") };
}
