import type { Measured } from "./measures.ts";
import { halfHourOf } from "./minutes.ts";

/** Half-hour of the day → value → how many. Those of days and offices are added up, count by count. */
export type HalfHours = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Histogram {
  readonly measure: string;
  readonly class: string;
  readonly half_hours: HalfHours;
}

/** One for each measure and class of a day, in an order of their own, so that the same visits make the same ones. Pure. */
export function histogramsOf(measured: readonly Measured[]): Histogram[] {
  const groups = Map.groupBy(measured, (one) => `${one.measure} ${one.class}`);
  return [...groups.values()]
    .map((ones) => {
      const { measure, class: of } = ones[0] as Measured;
      const byHalfHour = Object.groupBy(ones, ({ at }) => String(halfHourOf(at)));
      const half_hours = Object.fromEntries(
        Object.entries(byHalfHour).map(([halfHour, parts = []]) => [halfHour, countsOf(parts)]),
      );
      return { measure, class: of, half_hours };
    })
    .sort((a, b) => (`${a.measure} ${a.class}` < `${b.measure} ${b.class}` ? -1 : 1));
}

function countsOf(ones: readonly Measured[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { value } of ones.toSorted((a, b) => a.value - b.value)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
