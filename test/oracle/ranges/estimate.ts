import { dayAfter, halfHourAt } from "../athens.ts";
import type { DaysByNight } from "../days-by-night.ts";
import { atShare } from "../weeks.ts";

/** How long people are told that they will wait, from the days that were counted by a night (docs/decisions/0043, 0064). */

export interface Range {
  readonly from: number;
  readonly to: number;
}

type Manner = "walk-in" | "appointment";

const DAYS = 56;

interface Wait {
  readonly halfHour: number;
  readonly minutes: number;
}

/** All of eight weeks; null: too few days, or too little of them was recorded whole. @param until not included */
function waitsBefore(days: DaysByNight, until: string, manner: Manner, night: number): Wait[] | null {
  const counted: { readonly waits: Wait[]; readonly visits: number; readonly complete: number }[] = [];
  for (let back = DAYS; back > 0; back--) {
    const day = days.asCounted(dayAfter(until, -back), night);
    const cells = (day?.cells ?? []).filter((cell) => cell.measure === "wait" && cell.class === manner);
    if (!day || cells.length === 0) continue;
    const waits = cells.map(({ at, value }) => ({ halfHour: halfHourAt(at), minutes: value }));
    counted.push({ waits, visits: day.completeness.visits, complete: day.completeness.complete });
  }
  const [visits, complete] = (["visits", "complete"] as const).map((of) =>
    counted.reduce((sum, day) => sum + day[of], 0),
  ) as [number, number];
  return counted.length < 10 || complete * 5 < visits * 4 ? null : counted.flatMap(({ waits }) => waits);
}

/** Of those who waited as long the middle, and nine of ten. @param waited whole minutes */
export function rangeOfNumber(days: DaysByNight, date: string, night: number, waited: number): Range | null {
  const all = waitsBefore(days, date, "walk-in", night) ?? [];
  const longer = all.map(({ minutes }) => minutes).filter((minutes) => minutes >= waited);
  return longer.length < 20 ? null : { from: middleOf(longer) - waited, to: mostOf(longer) - waited };
}

/** By hour of the day, of those of whom thirty were measured in it. @param last the last day that had ended */
export function rangesOfHours(days: DaysByNight, last: string, manner: Manner, night: number): Map<number, Range> {
  const waits = waitsBefore(days, dayAfter(last), manner, night) ?? [];
  const ranges = new Map<number, Range>();
  for (let hour = 0; hour < 24; hour++) {
    const those = waits.filter(({ halfHour }) => Math.floor(halfHour / 2) === hour).map(({ minutes }) => minutes);
    if (those.length >= 30) ranges.set(hour, { from: middleOf(those), to: mostOf(those) });
  }
  return ranges;
}

const middleOf = (values: readonly number[]): number => atShare(values, 0.5) as number;
const mostOf = (values: readonly number[]): number => atShare(values, 0.9) as number;
