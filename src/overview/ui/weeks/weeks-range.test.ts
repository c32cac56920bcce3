import { expect, test } from "vitest";
import { dayByKey, lastDayFrom, mondayOf, mondayShowing, weeksEarlier, weeksLater } from "./weeks-range.ts";

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

test("keys move by day, by week and by four, also over the ends of years and the change of the clock", () => {
  expect(dayByKey("ArrowRight", "2026-12-31")).toBe("2027-01-01");
  expect(dayByKey("ArrowUp", "2027-04-01")).toBe("2027-03-25");
  expect(dayByKey("PageDown", "2026-11-24")).toBe("2026-12-22");
  expect(dayByKey("PageUp", "2026-11-24")).toBe("2026-10-27");
  expect(dayByKey("Home", "2026-11-26")).toBe("2026-11-23");
  expect(dayByKey("End", "2026-11-26")).toBe("2026-11-29");
  expect(dayByKey("Tab", "2026-11-26")).toBeNull();
});
