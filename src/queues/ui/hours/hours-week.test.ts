import { expect, test } from "vitest";
import type { Queue } from "../../contract.ts";
import { copied, firstDate, isSameTimes, openingTimesOn, weekFrom } from "./hours-week.ts";

const row = (weekday: number, opens: string, closes: string, from: string | null = null, to: string | null = null) => ({
  weekday,
  opens,
  closes,
  from,
  to,
});
/** Wednesdays shorter in December, afternoons on Mondays. */
const hours: Queue["hours"] = [
  row(1, "17:00", "19:00"),
  row(1, "08:00", "15:00"),
  row(3, "08:00", "15:00", null, "2026-11-30"),
  row(3, "10:00", "12:00", "2026-12-01", "2026-12-31"),
  row(3, "08:00", "15:00", "2027-01-01"),
];

test("the next date of a weekday is today's own when it is that weekday", () => {
  expect(firstDate(2, "2026-11-24")).toBe("2026-11-24");
  expect(firstDate(1, "2026-11-24")).toBe("2026-11-30");
});

test("a season's hours stand within its dates only, its last day included", () => {
  expect(openingTimesOn(hours, "2026-11-25")).toEqual([{ opens: "08:00", closes: "15:00" }]);
  expect(openingTimesOn(hours, "2026-12-30")).toEqual([{ opens: "10:00", closes: "12:00" }]);
  expect(openingTimesOn(hours, "2027-01-06")).toEqual([{ opens: "08:00", closes: "15:00" }]);
});

test("the week that begins on a date, its intervals in order", () => {
  const week = weekFrom(hours, "2026-11-27");
  expect(week[1]).toEqual([
    { opens: "08:00", closes: "15:00" },
    { opens: "17:00", closes: "19:00" },
  ]);
  expect(week[3]).toEqual([{ opens: "10:00", closes: "12:00" }]);
  expect(week[7]).toEqual([]);
});

test("copied: each day from its own weekday of another queue, or one day to several", () => {
  const week = weekFrom(hours, "2026-11-24");
  expect(Object.keys(copied(week, null, "week"))).toHaveLength(7);
  expect(copied(week, null, 3)).toEqual({ "3": [{ opens: "08:00", closes: "15:00" }] });
  const workdays = copied(week, 1, "workdays");
  expect(Object.keys(workdays)).toEqual(["1", "2", "3", "4", "5"]);
  expect(workdays[5]).toEqual(week[1]);
});

test("the order in which intervals were typed makes no difference", () => {
  const [a, b] = [
    { opens: "08:00", closes: "10:00" },
    { opens: "12:00", closes: "13:00" },
  ];
  expect(isSameTimes([a, b], [b, a])).toBe(true);
  expect(isSameTimes([a], [a, b])).toBe(false);
});
