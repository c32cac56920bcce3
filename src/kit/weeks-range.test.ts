import { expect, test } from "vitest";
import { dayBy, lastDayFrom, mondayOf, mondayShowing, weeksEarlier, weeksLater } from "./weeks-range.ts";

test("four weeks from a Monday", () => {
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(lastDayFrom("2026-11-23")).toBe("2026-12-20");
  expect(weeksLater("2026-11-23")).toBe("2026-12-21");
  expect(weeksEarlier("2026-12-21")).toBe("2026-11-23");
});

test("the weeks stay while they hold the day, and move by fours over their edges", () => {
  expect(mondayShowing("2026-11-23", "2026-12-20")).toBe("2026-11-23");
  expect(mondayShowing("2026-11-23", "2026-12-21")).toBe("2026-12-21");
  expect(mondayShowing("2026-11-23", "2026-11-22")).toBe("2026-10-26");
});

test("ways lead by day, by week and by four, also over the ends of years and the change of the clock", () => {
  expect(dayBy("right", "2026-12-31")).toBe("2027-01-01");
  expect(dayBy("up", "2027-04-01")).toBe("2027-03-25");
  expect(dayBy("page-down", "2026-11-24")).toBe("2026-12-22");
  expect(dayBy("page-up", "2026-11-24")).toBe("2026-10-27");
  expect(dayBy("first", "2026-11-26")).toBe("2026-11-23");
  expect(dayBy("last", "2026-11-26")).toBe("2026-11-29");
});
