import { expect, test } from "vitest";
import { shortWeekdays, usualHours } from "./usual-hours.ts";
import type { StripDay } from "./week-strip.ts";

const day = (date: string, ...hours: readonly (readonly [number, number])[]): StripDay => ({
  date,
  isToday: false,
  isActive: true,
  isDated: false,
  hours: hours.map(([from, to]) => ({ from, to })),
  extra: [],
  out: [],
  isAllOut: false,
});
const name = (weekday: number) => ["Δευ", "Τρί", "Τετ", "Πέμ", "Παρ", "Σάβ", "Κυρ"][weekday - 1] ?? "";
const words = (...days: readonly StripDay[]) =>
  usualHours(days).map(({ weekdays, hours }) => [shortWeekdays(weekdays, name), hours.length]);

test("weekdays alike are said once, in the order of the week, whichever day it is today", () => {
  const [morning, evening] = [[480, 900] as const, [720, 1170] as const];
  const week = [
    day("2026-11-26", evening),
    day("2026-11-27", morning),
    day("2026-11-28"),
    day("2026-11-30", morning),
    day("2026-12-01", evening),
    day("2026-12-02", morning),
  ];
  expect(words(...week)).toEqual([
    ["Δευ, Τετ, Παρ", 1],
    ["Τρί, Πέμ", 1],
  ]);
});

test("three and more in a row by their ends; a break in the day is of the same line", () => {
  const split = [
    [480, 800],
    [840, 1160],
  ] as const;
  const week = ["2026-11-30", "2026-12-01", "2026-12-02"].map((date) => day(date, ...split));
  expect(words(...week, day("2026-12-03", [480, 800]))).toEqual([
    ["Δευ–Τετ", 2],
    ["Πέμ", 1],
  ]);
  expect(words(day("2026-11-30"))).toEqual([]);
});
