import { expect, test } from "vitest";
import { trendOf } from "./trend.ts";

/** Weeks of a thousand, so many of them each. */
const weeks = (...counts: readonly number[]) => counts.map((count) => ({ count, of: 1_000 }));
const around = (middle: number, count: number) =>
  Array.from({ length: count }, (_, index) => middle + (index % 2 === 0 ? 6 : -6));

test("weeks that differ as chance does are one level, and none is out of its limits", () => {
  const { levels, weeks: told } = trendOf(weeks(...around(800, 26)));
  expect(levels.map(({ from, to }) => [from, to])).toEqual([[0, 26]]);
  expect(told.every(({ side }) => side === null)).toBe(true);
  const deviation = Math.sqrt((0.8 * 0.2) / 1_000);
  expect(told[0]?.low).toBeCloseTo(0.8 - 3 * deviation, 6);
  expect(told[0]?.high).toBeCloseTo(0.8 + 3 * deviation, 6);
});

test("one strange week is out, and moves neither the limits by which it is seen nor the level", () => {
  const { levels, weeks: told } = trendOf(weeks(...around(800, 12), 700, ...around(800, 13)));
  expect(levels).toHaveLength(1);
  expect(told.flatMap(({ side }, index) => (side ? [[index, side]] : []))).toEqual([[12, "below"]]);
});

test("eight weeks in a row on one side begin a new level, seven do not", () => {
  const eight = trendOf(weeks(...around(800, 18), ...around(830, 8)));
  expect(eight.levels.map(({ from, to, centre }) => [from, to, centre.count / centre.of])).toEqual([
    [0, 18, 0.8],
    [18, 26, 0.83],
  ]);
  expect(trendOf(weeks(...around(800, 18), ...around(830, 7), 799)).levels).toHaveLength(1);
});

test("where weeks always differ more than chance the limits are as much wider", () => {
  const wild = Array.from({ length: 26 }, (_, index) => (index % 2 === 0 ? 850 : 750));
  const { levels, weeks: told } = trendOf(weeks(...wild));
  expect(levels[0]?.spread).toBeCloseTo(0.1 / Math.sqrt(0.16 / 1_000) / 0.954, 5);
  expect(told.every(({ side }) => side === null)).toBe(true);
});

test("a week without records is none: it is no zero, breaks no level, and has no limits", () => {
  const gap = { count: 0, of: 0 };
  const { levels, weeks: told } = trendOf([...weeks(...around(800, 12)), gap, ...weeks(...around(800, 13))]);
  expect(levels).toHaveLength(1);
  expect(told[12]).toEqual({ ...gap, low: null, high: null, side: null });
  expect(trendOf([gap, gap]).weeks).toEqual([gap, gap].map((week) => ({ ...week, low: null, high: null, side: null })));
});

test("weeks before anything was recorded are no level, and not zero; where nothing ever was there is none", () => {
  const none = Array.from({ length: 18 }, () => ({ count: 0, of: 0 }));
  const { levels, weeks: told } = trendOf([...none, ...weeks(...around(930, 8))]);
  expect(levels.map(({ from, to, centre }) => [from, to, centre.count / centre.of])).toEqual([[18, 26, 0.93]]);
  expect(told.slice(0, 18).every(({ low }) => low === null)).toBe(true);
  expect(trendOf(none).levels).toEqual([]);
});
