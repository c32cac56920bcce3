import type { HowItWent } from "../contract.ts";
import { countUpTo, howOften, quantile, totalOf } from "../counts.ts";
import { spreadOf } from "./spread.ts";
import type { DayCrowd } from "./week-counts.ts";

/** How many waited at once. Pure. */

/** Of each day the most; nobody waited on a day without any. */
export function peakOf(peaks: HowItWent["peaks"]): HowItWent["peak"] {
  const most = peaks.map((day) => day.most);
  return { ...spreadOf(howOften(most)), most: most.length > 0 ? Math.max(...most) : null };
}

/** Of each day the most, and for how many minutes they were more than the seats. */
export const peaksOf = (crowds: readonly DayCrowd[], seats: number | null): HowItWent["peaks"] =>
  crowds.map(({ date, people }) => ({
    date,
    most: Math.max(0, ...Object.keys(people).map(Number)),
    minutesAbove: seats === null ? null : totalOf(people) - countUpTo(people, seats),
  }));

/** How it was with the seats. */
export function seatsOf(peaks: HowItWent["peaks"], seats: number | null): HowItWent["seats"] {
  if (seats === null) return null;
  const above = peaks.flatMap(({ minutesAbove }) => (minutesAbove ? [minutesAbove] : []));
  return { count: seats, above: spreadOf(howOften(above)) };
}

/** Of each half-hour of a weekday the median of its days, of a day the mean of its minutes; only where anybody ever waited. */
export function halfHoursOf(crowds: readonly DayCrowd[]): HowItWent["halfHours"] {
  const byWeekday = Map.groupBy(crowds, ({ date }) => Temporal.PlainDate.from(date).dayOfWeek);
  return [...byWeekday]
    .sort(([a], [b]) => a - b)
    .flatMap(([weekday, those]) => {
      const halfHours = [...new Set(those.flatMap(({ means }) => Object.keys(means)))]
        .map(Number)
        .sort((a, b) => a - b);
      return halfHours.map((halfHour) => {
        const waiting = quantile(howOften(those.map(({ means }) => means[halfHour] ?? 0)), 0.5) ?? 0;
        return { weekday, halfHour, waiting };
      });
    });
}
