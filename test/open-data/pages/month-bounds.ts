import { WITHHELD } from "../../../src/measures/open-data/display.ts";
import { possibleCounts } from "../../../src/measures/open-data/disturb.ts";
import type { MonthRow, OfficeMonth } from "../../../src/measures/open-data/month.ts";
import type { Statistic } from "../../../src/measures/open-data/statistics.ts";
import type { VisitOutcome } from "../../../src/measures/outcomes/outcomes.ts";
import { type Bounds, narrow, type SumBounds } from "../bounds.ts";
import { rowsOf } from "../stories.ts";
import { DATES, type Person } from "./people.ts";

/** Steps of waiting by which a month is published, each from so many minutes on. */
export const STEPS = [0, 11, 31, 61] as const;
export const stepOf = (minutes: number): number => STEPS.findLastIndex((from) => minutes >= from);

const STATISTICS: readonly Statistic[] = [
  "walkInWait0to10",
  "walkInWait11to30",
  "walkInWait31to60",
  "walkInWaitOver60",
];

export interface MonthBounds {
  readonly month: string;
  /** By step, what may have been counted by all that is published */
  readonly counts: readonly Bounds[];
}

const MONTHS = [...new Set(DATES.map((date) => date.slice(0, 7)))];

/** Of an office alone, so that the nation's figures are its own. */
export const monthBounds = (people: ReadonlyMap<string, readonly Person[]>, key: Uint8Array): MonthBounds[] =>
  MONTHS.map((month) => ({ month, counts: countsIn(rowsOf([monthOf(people, month)], month, key)) }));

function monthOf(people: ReadonlyMap<string, readonly Person[]>, month: string): OfficeMonth {
  const office = { code: "0001", name: "ΚΕΠ 0001", municipality: "Δήμος", regionalUnit: null, region: null };
  const days = DATES.filter((date) => date.startsWith(month)).map((date) => {
    const counts: Partial<Record<VisitOutcome, number>> = {};
    for (const { minutes } of people.get(date) ?? []) {
      const outcome = `walk-in-${STEPS[stepOf(minutes)]}` as VisitOutcome;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return { outcomes: { certificates: counts }, openMinutes: 400, thirdFreeDays: 2 };
  });
  return { office, days };
}

/** What is exact of the nation is of nobody: in a nation of one office no sum of few is. */
function countsIn(rows: readonly MonthRow[]): Bounds[] {
  const moved = STEPS.map((): Bounds => ({ lo: 0, hi: 1_000_000 }));
  const sums = rows
    .filter(({ group }) => group === "certificates")
    .flatMap(({ figures, exact }) => {
      // Nobody's visit was noted: then nobody waited.
      if (!figures) return [{ of: [0, 1, 2, 3], lo: 0, hi: 0 }];
      const told = (statistic: Statistic, of: readonly number[]): SumBounds => {
        const shown = figures[statistic];
        // Of several small counts each may be one more than was surely counted; one alone is seven at most.
        if (shown === WITHHELD) return { of, lo: 1, hi: of.length === 1 ? 7 : 7 + of.length };
        const off = exact.includes(statistic) || shown === 0 ? 0 : 2;
        return { of, lo: shown - off, hi: shown + off };
      };
      return [...STATISTICS.map((statistic, step) => told(statistic, [step])), told("visits", [0, 1, 2, 3])];
    });
  narrow(moved, sums);
  return moved.map(({ lo, hi }) => ({ lo: possibleCounts(lo).least, hi: possibleCounts(hi).most }));
}
