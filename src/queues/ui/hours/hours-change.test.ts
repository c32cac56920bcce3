import { expect, test } from "vitest";
import type { Queue } from "../../contract.ts";
import { hoursChanges, sinceWords, weekdaysWords } from "./hours-change.ts";

const row = (weekday: number, opens: string, closes: string, from: string | null = null) => ({
  weekday,
  opens,
  closes,
  from,
  to: null,
});
const hours: Queue["hours"] = [
  ...[1, 2, 3, 4].map((weekday) => row(weekday, "08:00", "15:00")),
  row(5, "08:00", "15:00", "2026-12-01"),
];
const until13 = [{ opens: "08:00", closes: "13:00" }];

test("weekdays that change alike are told together, as they stand on the first day", () => {
  const week = { 1: until13, 2: until13, 4: until13, 5: until13, 6: until13 };
  expect(hoursChanges({ from: "2026-11-24", to: null, week }, { hours })).toEqual([
    { weekdays: [1, 2, 4], before: [{ opens: "08:00", closes: "15:00" }], after: until13 },
    { weekdays: [5, 6], before: [], after: until13 },
  ]);
  expect(hoursChanges({ from: "2026-12-01", to: null, week: { 5: [] } }, { hours })).toEqual([
    { weekdays: [5], before: [{ opens: "08:00", closes: "15:00" }], after: [] },
  ]);
});

test("weekdays on end by the first and the last", () => {
  expect(weekdaysWords([1, 2, 3, 4, 5], "el")).toBe("Δευτέρα – Παρασκευή");
  expect(weekdaysWords([1, 2, 4], "el")).toBe("Δευτέρα, Τρίτη, Πέμπτη");
  expect(weekdaysWords([1, 2], "el")).toBe("Δευτέρα, Τρίτη");
});

test("since when, in words", () => {
  expect(sinceWords({ from: "2026-11-27", to: null }, "el")).toBe("από την Παρασκευή 27 Νοεμβρίου");
  expect(sinceWords({ from: "2026-11-28", to: null }, "el")).toBe("από το Σάββατο 28 Νοεμβρίου");
  expect(sinceWords({ from: "2026-11-27", to: null }, "en")).toBe("from Friday 27 November");
  expect(sinceWords({ from: "2026-11-27", to: "2026-11-27" }, "el")).toBe("την Παρασκευή 27 Νοεμβρίου");
  expect(sinceWords({ from: "2026-11-27", to: "2026-12-24" }, "el")).toBe(
    "Παρασκευή 27 Νοεμβρίου – Πέμπτη 24 Δεκεμβρίου",
  );
});
