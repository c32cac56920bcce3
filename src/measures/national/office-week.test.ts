import { expect, test } from "vitest";
import type { CountedDay, FigureMeasure } from "../figures/day-figures.ts";
import { weekCountsOf } from "../figures/week-counts.ts";
import { type OfficeWeek, officeWeekOf } from "./office-week.ts";

const day = (date: string, more: Partial<CountedDay> = {}): CountedDay => ({
  date,
  measures: [],
  completeness: {
    visits: 0,
    complete: 0,
    fromPaper: 0,
    unresolved: 0,
    notStarted: 0,
    notCompleted: 0,
    atOnce: 0,
  },
  capacity: null,
  thirdFreeDays: undefined,
  services: [],
  ...more,
});
function weekOf(days: readonly CountedDay[]): OfficeWeek {
  const [counts] = weekCountsOf(days);
  if (!counts) throw new Error("No day is given");
  return officeWeekOf(days, counts);
}
const measure = (name: FigureMeasure, of: string, counts: Record<string, number>) => ({
  measure: name,
  class: of,
  halfHours: { 18: counts },
});
const some = (visits: number, complete: number) => ({ ...day("2026-11-23").completeness, visits, complete });
const capacity = (openMinutes: number, counters: number) => ({
  openMinutes,
  bookedMinutes: 0,
  servedMinutes: 0,
  overtimeMinutes: null,
  counters,
  tickets: 0,
});

test("a week adds its days up: who left is of those present, and who waited longest is in the last step", () => {
  const week = weekOf([
    day("2026-11-23", {
      completeness: some(20, 18),
      capacity: capacity(800, 3),
      thirdFreeDays: 9,
      measures: [
        measure("wait", "appointment", { 0: 4, 10: 3, 11: 2, 75: 1 }),
        measure("left", "appointment", { 20: 2 }),
        measure("wait", "late-appointment", { 5: 6 }),
        measure("wait", "walk-in", { 30: 2, 31: 1 }),
        measure("left", "walk-in", { 40: 3 }),
        measure("came", "phone", { 3: 12 }),
        measure("no-show", "phone", { 3: 1 }),
        measure("no-show", "online", { 8: 1 }),
      ],
    }),
    day("2026-11-24", { completeness: some(5, 1), capacity: capacity(600, 2), thirdFreeDays: null }),
    day("2026-11-29", { capacity: capacity(0, 0) }),
  ]);
  expect(week).toEqual({
    days: 2,
    openMinutes: 1_400,
    counters: 3,
    visits: 25,
    complete: 19,
    onTime: 7,
    present: 12,
    noShows: 2,
    due: 14,
    soon: 2,
    walkIns: 6,
    appointmentWaits: [4, 3, 2, 0, 0, 0, 0, 1],
    walkInWaits: [0, 0, 0, 0, 2, 1, 0, 0],
    nights: 2,
    thirdFreeDays: null,
  });
});

test("counters that nobody counted are not none", () => {
  expect(weekOf([day("2026-11-23", { completeness: some(5, 5) })]).counters).toBeNull();
});
