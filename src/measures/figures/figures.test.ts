import { expect, test } from "vitest";
import type { CountedDay, FigureMeasure } from "./day-figures.ts";
import { type Figures, figuresOf as figuresOfWeeks } from "./figures.ts";
import { weekCountsOf } from "./week-counts.ts";

const day = (date: string, more: Partial<CountedDay> = {}): CountedDay => ({
  date,
  measures: [],
  completeness: {
    visits: 10,
    complete: 9,
    fromPaper: 1,
    unresolved: 1,
    notStarted: 0,
    notCompleted: 0,
    atOnce: 0,
  },
  capacity: {
    openMinutes: 400,
    bookedMinutes: 200,
    servedMinutes: 100,
    overtimeMinutes: 5,
    counters: 2,
    tickets: 3,
  },
  thirdFreeDays: 2,
  services: [],
  ...more,
});
/** Of weeks that no night has summed, and of what it keeps of them: the same. */
function figuresOf(days: readonly CountedDay[], seats: number | null): Figures {
  const counts = weekCountsOf(days);
  const figures = figuresOfWeeks(counts, seats);
  expect(figuresOfWeeks(JSON.parse(JSON.stringify(counts)), seats)).toEqual(figures);
  return figures;
}
const measure = (name: FigureMeasure, of: string, halfHours: CountedDay["measures"][number]["halfHours"]) => ({
  measure: name,
  class: of,
  halfHours,
});
const dates = (count: number) =>
  Array.from({ length: count }, (_, index) => Temporal.PlainDate.from("2026-11-02").add({ days: index }).toString());

test("on time counts who left while waiting, and of both waits the middle and nine of ten are told", () => {
  const measures = [
    measure("wait", "appointment", { 18: { 0: 4, 10: 3 }, 19: { 11: 2, 40: 1 } }),
    measure("left", "appointment", { 19: { 20: 2 } }),
    measure("left", "walk-in", { 20: { 35: 1 } }),
    measure("turned-away", "walk-in", { 27: { 0: 3 } }),
  ];
  const figures = figuresOf([day("2026-11-02", { measures })], null);
  expect(figures.onTime).toEqual({ count: 7, of: 12 });
  expect(figures.waits.appointment).toEqual({ count: 10, median: 10, nineOfTen: 11 });
  expect(figures.waits.walkIn).toEqual({ count: 0, median: null, nineOfTen: null });
  expect([figures.left, figures.turnedAway, figures.arrivals]).toEqual([3, 3, 16]);
});

test("who did not come is told by the days before, each day in one band, and by the way of booking", () => {
  const measures = [
    measure("no-show", "phone", { 18: { 0: 1, 2: 1, 3: 1, 14: 1, 15: 1, 60: 1 } }),
    measure("came", "phone", { 18: { 0: 4, 1: 2, 7: 3 } }),
    measure("came", "online", { 18: { 8: 5 } }),
  ];
  const { all, byLead, byChannel, unresolved } = figuresOf([day("2026-11-02", { measures })], null).noShows;
  expect(all).toEqual({ count: 6, of: 20 });
  expect(byLead.map(({ count, of }) => [count, of])).toEqual([
    [1, 5],
    [1, 3],
    [1, 4],
    [1, 6],
    [2, 2],
  ]);
  expect(byChannel).toEqual([
    { channel: "phone", count: 6, of: 15 },
    { channel: "online", count: 0, of: 5 },
  ]);
  expect(unresolved).toBe(1);
});

test("figures are a hint with fewer than ten days, or where fewer than four of five visits were recorded whole", () => {
  const incomplete = { ...day("2026-11-02").completeness, complete: 7 };
  const reliability = (days: readonly CountedDay[]) => figuresOf(days, null).reliability;
  expect(reliability(dates(9).map((date) => day(date)))).toBe("few-days");
  expect(reliability(dates(10).map((date) => day(date)))).toBe("reliable");
  expect(reliability(dates(10).map((date) => day(date, { completeness: incomplete })))).toBe("incomplete");
});

test("a closed day is none, nor is what was not counted zero", () => {
  const nothing = { visits: 0, complete: 0, fromPaper: 0, unresolved: 0, notStarted: 0, notCompleted: 0, atOnce: 0 };
  const shut = { openMinutes: 0, bookedMinutes: 0, servedMinutes: 0, overtimeMinutes: null, counters: 0, tickets: 0 };
  const figures = figuresOf(
    [
      day("2026-11-02"),
      day("2026-11-03", { capacity: null, thirdFreeDays: undefined }),
      day("2026-11-08", { completeness: nothing, capacity: shut, thirdFreeDays: 5 }),
    ],
    null,
  );
  expect(figures.days).toBe(2);
  expect(figures.capacity).toMatchObject({ days: 1, openMinutes: 400, overtime: { count: 1, median: 5 } });
  expect(figures.thirdFree).toEqual({ count: 2, median: 2, nineOfTen: 5, none: 0 });
});

test("who was to come on a closed day, of whom nobody noted anything, is not left out", () => {
  const unresolved = { ...day("2026-11-08").completeness, visits: 0, complete: 0, fromPaper: 0, unresolved: 2 };
  const shut = { openMinutes: 0, bookedMinutes: 30, servedMinutes: 0, overtimeMinutes: null, counters: 0, tickets: 0 };
  const figures = figuresOf([day("2026-11-02"), day("2026-11-08", { completeness: unresolved, capacity: shut })], null);
  expect([figures.days, figures.noShows.unresolved, figures.capacity.bookedMinutes]).toEqual([2, 3, 230]);
});

test("a night without any free time is the longest of all", () => {
  const nights = [1, 2, null].map((thirdFreeDays, index) => day(`2026-11-0${index + 2}`, { thirdFreeDays }));
  expect(figuresOf(nights, null).thirdFree).toEqual({ count: 3, median: 2, nineOfTen: null, none: 1 });
});

test("completeness is told by week, from Monday to Sunday", () => {
  const days = ["2026-11-08", "2026-11-09", "2026-11-02"].map((date) => day(date));
  expect(figuresOf(days, null).completeness).toMatchObject({
    count: 27,
    of: 30,
    fromPaper: 3,
    weeks: [
      { monday: "2026-11-02", complete: 18, visits: 20 },
      { monday: "2026-11-09", complete: 9, visits: 10 },
    ],
  });
});

test("the crowd: of each day the most; of each half-hour the mean of its minutes, and the median of the weekday's days", () => {
  const crowd = (minutes: Record<string, number>) => ({ measures: [measure("crowd", "all", { 20: minutes })] });
  const figures = figuresOf(
    [
      day("2026-11-02", crowd({ 4: 30 })),
      day("2026-11-09", crowd({ 2: 15 })),
      day("2026-11-16", crowd({ 9: 10, 12: 5 })),
      day("2026-11-17"),
    ],
    null,
  );
  expect(figures.peak).toEqual({ count: 4, median: 2, nineOfTen: 12, most: 12 });
  expect(figures.halfHours).toEqual([{ weekday: 1, halfHour: 20, waiting: 4 }]);
});

test("against the seats: of each day the minutes in which more waited, and of the days that had any the middle", () => {
  const crowd = (minutes: Record<string, number>) => ({
    measures: [measure("crowd", "all", { 20: minutes, 21: { 4: 1 } })],
  });
  const days = [
    day("2026-11-02", crowd({ 4: 20, 5: 7, 9: 3 })),
    day("2026-11-03", crowd({ 4: 30 })),
    day("2026-11-04", crowd({ 6: 2 })),
    day("2026-11-05"),
  ];
  const { peaks, seats } = figuresOf(days, 4);
  expect(peaks).toEqual([
    { date: "2026-11-02", most: 9, minutesAbove: 10 },
    { date: "2026-11-03", most: 4, minutesAbove: 0 },
    { date: "2026-11-04", most: 6, minutesAbove: 2 },
    { date: "2026-11-05", most: 0, minutesAbove: 0 },
  ]);
  expect(seats).toEqual({ count: 4, above: { count: 2, median: 2, nineOfTen: 10 } });
  const unsaid = figuresOf(days, null);
  expect([unsaid.seats, unsaid.peaks[0]]).toEqual([null, { date: "2026-11-02", most: 9, minutesAbove: null }]);
});
