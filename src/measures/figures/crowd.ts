import type { HowItWent } from "../contract.ts";
import { addedUp, countUpTo, quantile, sum, totalOf, type ValueCounts } from "../counts.ts";
import { type CountedDay, countsOfDay } from "./day-figures.ts";
import { spreadOf } from "./spread.ts";

/** How many waited at once. Pure. */

const MINUTES = 30;

/** Of each day the most; nobody waited on a day without any. */
export function peakOf(days: readonly CountedDay[]): HowItWent["peak"] {
  const peaks = peaksOf(days, null).map(({ most }) => most);
  const spread = spreadOf(addedUp(peaks.map((peak) => ({ [peak]: 1 }))));
  return { ...spread, most: peaks.length > 0 ? Math.max(...peaks) : null };
}

/** Of each day the most, and for how many minutes they were more than the seats. */
export function peaksOf(days: readonly CountedDay[], seats: number | null): HowItWent["peaks"] {
  return days.map((day) => {
    const crowd = addedUp(countsOfDay(day, "crowd"));
    return {
      date: day.date,
      most: Math.max(0, ...peopleIn([crowd])),
      minutesAbove: seats === null ? null : totalOf(crowd) - countUpTo(crowd, seats),
    };
  });
}

/** How it was with the seats. */
export function seatsOf(peaks: HowItWent["peaks"], seats: number | null): HowItWent["seats"] {
  if (seats === null) return null;
  const above = peaks.flatMap(({ minutesAbove }) => (minutesAbove ? [minutesAbove] : []));
  return { count: seats, above: spreadOf(addedUp(above.map((minutes) => ({ [minutes]: 1 })))) };
}

const peopleIn = (each: readonly ValueCounts[]): number[] => each.flatMap((counts) => Object.keys(counts).map(Number));

/** Of each half-hour of a weekday the median of its days, of a day the mean of its minutes; only where anybody ever waited. */
export function halfHoursOf(days: readonly CountedDay[]): HowItWent["halfHours"] {
  const byWeekday = Map.groupBy(days, ({ date }) => Temporal.PlainDate.from(date).dayOfWeek);
  return [...byWeekday]
    .sort(([a], [b]) => a - b)
    .flatMap(([weekday, those]) => {
      const crowds = those.map(({ measures }) => measures.find(({ measure }) => measure === "crowd")?.halfHours ?? {});
      const halfHours = [...new Set(crowds.flatMap((crowd) => Object.keys(crowd)))].map(Number).sort((a, b) => a - b);
      return halfHours.map((halfHour) => {
        const means = crowds.map((crowd) => Math.round(meanOf(crowd[halfHour] ?? {})));
        const waiting = quantile(addedUp(means.map((mean) => ({ [mean]: 1 }))), 0.5) ?? 0;
        return { weekday, halfHour, waiting };
      });
    });
}

/** Over the whole half-hour: in its other minutes nobody waited. */
const meanOf = (counts: ValueCounts): number =>
  sum(Object.entries(counts).map(([people, minutes]) => Number(people) * minutes)) / MINUTES;
