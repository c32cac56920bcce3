import { expect, test } from "vitest";
import { runsOf } from "../../platform/text/runs.ts";
import { exceptions } from "./dated-hours.ts";
import { dayHoursWords } from "./day-hours.ts";
import { week, weekHours } from "./week-hours.ts";

const stored = (cell: string) => {
  const checked = week(cell);
  return "value" in checked ? checked.value : checked.fault;
};

test.each([
  ["Δευτέρα–Παρασκευή 08:00–15:00", "Mo 08:00-15:00; Tu 08:00-15:00; We 08:00-15:00; Th 08:00-15:00; Fr 08:00-15:00"],
  ["Δε-Τρ 8-15; Τρ 17-19", "Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00"],
  [
    "Mo-Tu 08:00-15:00, 17:00-19:00\nSa: 8.30 έως 13.30",
    "Mo 08:00-15:00 17:00-19:00; Tu 08:00-15:00 17:00-19:00; Sa 08:30-13:30",
  ],
  ["Δευ. και Τετ., Παρ 0800-1500", "Mo 08:00-15:00; We 08:00-15:00; Fr 08:00-15:00"],
  ["Sunday 09:00-13:00 15:00-24:00; Monday closed", "Su 09:00-13:00 15:00-24:00"],
  ["Πέμπτη 08:00-12:00, 12:00-15:00", "Th 08:00-15:00"],
  ["Σάββατο έως Κυριακή 17-19, 8-9", "Sa 08:00-09:00 17:00-19:00; Su 08:00-09:00 17:00-19:00"],
])("a week is read as people write it: %s", (cell, expected) => {
  expect(stored(cell)).toBe(expected);
  expect(stored(expected)).toBe(expected);
});

test.each([
  ["08:00-15:00", "hours-day-unread"],
  ["καθημερινά 08:00-15:00", "hours-day-unread"],
  ["Παρ-Δευ 08:00-15:00", "hours-day-unread"],
  ["Τ 08:00-15:00", "hours-day-unread"],
  ["Δευτέρα το πρωί", "hours-day-unread"],
  ["Δευ 08:00", "hours-unread"],
  ["Δευ 08:00-15:00 και το απόγευμα", "hours-unread"],
  ["Δευ 08:00-25:00", "hours-unread"],
  ["Mo το πρωί", "hours-unread"],
  ["Δευ 15:00-08:00", "hours-backwards"],
  ["Δευ 08:00-08:00", "hours-backwards"],
  ["Δευ 08:00-15:00, 14:59-19:00", "hours-crossing"],
  ["Δευ-Παρ 08:00-15:00; Τρ 14:00-16:00", "hours-crossing"],
  ["Δευ-Κυρ κλειστό", "hours-never"],
])("nothing of a cell is left out in silence: %s", (cell, fault) => {
  expect(stored(cell)).toBe(fault);
});

test("days alike are said together, and no days are not known", () => {
  const days = weekHours("Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00; We 08:00-15:00") ?? [];
  expect(runsOf(days.map(dayHoursWords)).map(({ first, last }) => [first, last])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 7],
  ]);
  expect(weekHours(null)).toBeNull();
});

const lines = (text: string) => {
  const checked = exceptions(text);
  return "value" in checked ? checked.value : checked.fault;
};

test("days that are otherwise are stored in order, a day once", () => {
  expect(lines("2026-12-24|8-12|κλειστό|Παραμονή\n2026-12-06|09:00–13:00||Μόνο | θέρμανση ")).toBe(
    "2026-12-06|09:00-13:00||Μόνο | θέρμανση\n2026-12-24|08:00-12:00|closed|Παραμονή",
  );
  expect(lines("2026-12-25/2026-12-25|όχι||")).toBe("2026-12-25|closed||");
});

test.each([
  ["2026-02-30|closed||", "hours-date-unread"],
  ["|closed||", "hours-date-unread"],
  ["2026-12-26/2026-12-25|closed||", "hours-date-backwards"],
  ["2026-12-26|||Αργία", "hours-as-always"],
  ["2026-12-26|8-7||", "hours-backwards"],
  ["2026-12-26||πρωί|", "hours-unread"],
  ["2026-12-24/2026-12-26|closed||\n2026-12-26|8-12||", "hours-day-twice"],
  [`2026-12-26|closed||${"α".repeat(121)}`, "field-too-long"],
  [Array.from({ length: 61 }, () => "2026-12-26|closed||").join("\n"), "hours-too-many"],
])("a day that can't be so is refused: %s", (text, fault) => {
  expect(lines(text)).toBe(fault);
});
