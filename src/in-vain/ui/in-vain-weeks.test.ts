import { expect, test } from "vitest";
import type { InVainPart, InVainService } from "../contract.ts";
import { inVainWeeks } from "./in-vain-weeks.ts";

const NO_COUNTS = { visits: 0, paper: 0, elsewhere: 0, needless: 0 };
const NOTHING: InVainPart = { ...NO_COUNTS, weeks: 0, rate: null, band: null, lines: [], notSaid: 0 };
const of = (rate: number): InVainPart => ({ ...NOTHING, rate, band: { from: rate - 1, to: rate + 1 } });
const week = (monday: string, visits: number, paper: number) => ({ ...NO_COUNTS, monday, visits, paper });

const SERVICE: InVainService = {
  from: "2026-10-05",
  to: "2026-11-01",
  days: { counted: 9, leftOut: 1 },
  code: "vehicle",
  name: "Μεταβίβαση",
  nameEn: "Transfer",
  toBring: [],
  isEnough: true,
  weeks: [week("2026-10-05", 100, 9), week("2026-10-26", 50, 2)],
  change: null,
  before: null,
  after: of(7),
  difference: null,
};
const changed = (date: string): InVainService => ({
  ...SERVICE,
  change: { date, before: [], after: [], others: [] },
  before: of(9),
  after: of(4),
});

test("each week stands at its own place, also where others between were not counted", () => {
  const { points, means, x, y, change } = inVainWeeks(SERVICE);
  expect(points).toEqual([
    { week: 0, rate: 9 },
    { week: 3, rate: 4 },
  ]);
  expect(x.ticks.map(x.nameOf)).toEqual(["05/10", "12/10", "19/10", "26/10"]);
  expect(means).toEqual([{ from: -0.5, to: 3.5, rate: 7, band: { from: 6, to: 8 } }]);
  expect(y.domain).toEqual([0, 9]);
  expect(change).toBeNull();
});

test("the week of the change is in neither mean, unless it was a Monday", () => {
  const spans = (date: string) => inVainWeeks(changed(date)).means.map(({ from, to }) => [from, to]);
  expect(spans("2026-10-14")).toEqual([
    [-0.5, 0.5],
    [1.5, 3.5],
  ]);
  expect(spans("2026-10-12")).toEqual([
    [-0.5, 0.5],
    [0.5, 3.5],
  ]);
  expect(inVainWeeks(changed("2026-10-12")).change).toEqual({ at: 0.5, date: "2026-10-12" });
  expect(spans("2026-10-30")).toEqual([[-0.5, 2.5]]);
  expect(inVainWeeks({ ...changed("2026-10-12"), before: NOTHING }).means).toHaveLength(1);
});
