import { countUpTo, sum, totalOf } from "../counts.ts";
import type { CountedDay } from "../figures/day-figures.ts";
import { figuresOf } from "../figures/figures.ts";
import { countsOfWeeks, type OfficeWeekCounts } from "../figures/week-counts.ts";
import { inSteps } from "./wait-steps.ts";

/** What a week of an office came to, by the definitions of its head's page. Pure. */

/** Without an appointment somebody is served soon within so many minutes */
export const SOON_MINUTES = 30;

export interface OfficeWeek {
  /** On which visits were recorded */
  readonly days: number;
  readonly openMinutes: number;
  /** The most in which anybody was served on one day; null: not counted */
  readonly counters: number | null;
  readonly visits: number;
  readonly complete: number;
  readonly onTime: number;
  readonly present: number;
  readonly noShows: number;
  readonly due: number;
  readonly soon: number;
  readonly walkIns: number;
  readonly appointmentWaits: readonly number[];
  readonly walkInWaits: readonly number[];
  readonly nights: number;
  readonly thirdFreeDays: number | null;
}

/** @param days of that week, in their order */
export function officeWeekOf(days: readonly CountedDay[], week: OfficeWeekCounts): OfficeWeek {
  const { completeness, onTime, noShows, capacity } = figuresOf([week], null);
  const counts = (measure: "wait" | "left", ofClass: string) => countsOfWeeks([week], measure, ofClass);
  const walkInWaits = counts("wait", "walk-in");
  const nights = days.flatMap(({ thirdFreeDays }) => (thirdFreeDays === undefined ? [] : [thirdFreeDays]));
  return {
    days: week.recordedDays,
    openMinutes: capacity.openMinutes,
    counters: countersOf(days),
    visits: completeness.of,
    complete: completeness.count,
    onTime: onTime.count,
    present: onTime.of,
    noShows: noShows.all.count,
    due: noShows.all.of,
    soon: countUpTo(walkInWaits, SOON_MINUTES),
    walkIns: sum([walkInWaits, counts("left", "walk-in")].map(totalOf)),
    appointmentWaits: inSteps(counts("wait", "appointment")),
    walkInWaits: inSteps(walkInWaits),
    nights: nights.length,
    thirdFreeDays: nights.at(-1) ?? null,
  };
}

function countersOf(days: readonly CountedDay[]): number | null {
  const counted = days.flatMap(({ capacity }) => (capacity ? [capacity.counters] : []));
  return counted.length > 0 ? Math.max(...counted) : null;
}
