import { expect, test } from "vitest";
import {
  atTime,
  dayAndMonth,
  formatPhone,
  formatReference,
  longDate,
  numericDate,
  onDay,
  relativeDay,
  shortDate,
  weekdayAndDate,
} from "./dates.ts";

test("a day in full, with the month in the genitive", () => {
  expect(longDate("2026-11-24", "el")).toBe("Τρίτη 24 Νοεμβρίου 2026");
  expect(longDate("2026-05-01", "el")).toBe("Παρασκευή 1 Μαΐου 2026");
  expect(longDate("2026-11-24", "en")).toBe("Tuesday 24 November 2026");
  expect(dayAndMonth("2026-08-15", "el")).toBe("Σάββατο 15 Αυγούστου");
});

test("a day in short", () => {
  expect(shortDate("2026-11-25", "el")).toBe("Τετ 25/11");
  expect(weekdayAndDate("2026-11-26", "el")).toBe("Πέμπτη 26/11");
  expect(numericDate("2026-11-24")).toBe("24/11/2026");
});

test("the article of Saturday is neuter", () => {
  expect(onDay("2026-11-26", "el")).toBe("την Πέμπτη 26/11");
  expect(onDay("2026-11-28", "el")).toBe("το Σάββατο 28/11");
  expect(onDay("2026-11-28", "en")).toBe("on Saturday 28/11");
});

test("today and tomorrow are said so, over the end of a year too", () => {
  expect(relativeDay("2026-12-31", "2026-12-31", "el")).toBe("σήμερα");
  expect(relativeDay("2027-01-01", "2026-12-31", "el")).toBe("αύριο");
  expect(relativeDay("2027-01-02", "2026-12-31", "el")).toBe("Σάβ 02/01");
});

test("a time and its preposition are never parted", () => {
  expect(atTime("09:30", "el")).toBe("στις\u00a009:30");
});

test("telephone numbers are grouped as people say them", () => {
  const spaced = (e164: string) => formatPhone(e164).replaceAll("\u00a0", " ");
  expect(spaced("+306944123456")).toBe("694 412 3456");
  expect(spaced("+302109098391")).toBe("210 909 8391");
  expect(spaced("+302310123456")).toBe("2310 123456");
  expect(spaced("+4930123456")).toBe("+4930123456");
});

test("a reference is read 3+3+3", () => {
  expect(formatReference("482715306").replaceAll("\u00a0", " ")).toBe("482 715 306");
});
