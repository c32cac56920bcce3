import type { DaysByNight } from "../days-by-night.ts";
import type { OfficeDay } from "../office-day.ts";
import { atShare } from "../weeks.ts";
import type { Cell } from "./cell.ts";
import { FIGURES, type Outcome, outcomeOf } from "./outcome.ts";

/** A month of an office by what the nights had counted of it by a moment. */
export interface OfficeMonth {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly cells: readonly Cell[];
  readonly daysOpen: number;
  readonly daysRecorded: number;
  readonly accessNights: number;
  /** Days; null: none within nine weeks, or nobody looked */
  readonly accessMedian: number | null;
  readonly accessNineOfTen: number | null;
}

/** @param month «2026-10» @param night the last one before it was made */
export function officeMonth(days: DaysByNight, month: string, night: number): OfficeMonth {
  const counted = daysIn(days, month, night);
  const open = counted.filter(({ capacity }) => capacity.openMinutes > 0);
  const { code, name, region } = days.office;
  return {
    code,
    name,
    region,
    cells: cellsOf(code, counted),
    daysOpen: open.length,
    daysRecorded: open.filter(({ courses }) => courses.some(isVisit)).length,
    ...accessIn(counted),
  };
}

function daysIn(days: DaysByNight, month: string, night: number): OfficeDay[] {
  const dates = Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
  return dates.flatMap((date) => days.asCounted(date, night) ?? []);
}

const isVisit = (one: OfficeDay["courses"][number]): boolean => {
  const outcome = outcomeOf(one);
  return outcome !== null && (FIGURES.visits as (one: Outcome) => boolean)(outcome);
};

function cellsOf(office: string, days: readonly OfficeDay[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const one of days.flatMap(({ courses }) => courses)) {
    const outcome = outcomeOf(one);
    if (!outcome) continue;
    const group = one.group ?? "none";
    const name = `${group} ${JSON.stringify(outcome)}`;
    cells.set(name, { office, group, outcome, count: (cells.get(name)?.count ?? 0) + 1 });
  }
  return [...cells.values()];
}

function accessIn(days: readonly OfficeDay[]) {
  const nights = days.flatMap(({ thirdFree }) =>
    thirdFree === undefined ? [] : [thirdFree ?? Number.POSITIVE_INFINITY],
  );
  const within = (share: number) => {
    const found = atShare(nights, share);
    return found === Number.POSITIVE_INFINITY ? null : found;
  };
  return { accessNights: nights.length, accessMedian: within(0.5), accessNineOfTen: within(0.9) };
}
