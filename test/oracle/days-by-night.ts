import { dateAt } from "./athens.ts";
import type { Log, LogOffice, LogVisit } from "./log.ts";
import { lastCounts, type OfficeDay, officeDay } from "./office-day.ts";

/** Days of an office as the nights counted them, each made once. */
export interface DaysByNight {
  readonly log: Log;
  readonly office: LogOffice;
  /** As a night counted it, with what was known then */
  at(date: string, night: number): OfficeDay;
  /** As it stood after a night; undefined: no night had counted it */
  asCounted(date: string, night: number): OfficeDay | undefined;
  /** By the last night of all */
  all(): OfficeDay[];
}

export function daysByNight(log: Log, office: LogOffice, visits: readonly LogVisit[]): DaysByNight {
  const made = new Map<string, OfficeDay>();
  const counts = new Map<number, ReadonlyMap<string, number>>();
  const countsBy = (night: number): ReadonlyMap<string, number> => {
    const found =
      counts.get(night) ??
      lastCounts(
        log.nights.filter((each) => each <= night),
        dateAt,
      );
    counts.set(night, found);
    return found;
  };
  const at = (date: string, by: number): OfficeDay => {
    const name = `${date} ${by}`;
    const found = made.get(name) ?? officeDay(log, office, { visits, date, by });
    made.set(name, found);
    return found;
  };
  return {
    log,
    office,
    at,
    asCounted: (date, night) => {
      const by = countsBy(night).get(date);
      return by === undefined ? undefined : at(date, by);
    },
    all: () =>
      [...countsBy(Number.POSITIVE_INFINITY)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, by]) => at(date, by)),
  };
}
