import { expect, test } from "vitest";
import { readDate, readDay, readSpan, readTime } from "./read-cells.ts";

const TODAY = Temporal.PlainDate.from("2026-11-24");

test.each([
  ["24/11/2026", "2026-11-24"],
  ["4-1-27", "2027-01-04"],
  ["24.11.2026", "2026-11-24"],
  ["2026-12-01", "2026-12-01"],
  ["1/12", "2026-12-01"],
  ["7/1", "2027-01-07"],
  ["Τρίτη 1 Δεκεμβρίου", "2026-12-01"],
  ["Τρ. 1/12/2026", "2026-12-01"],
  ["15 Ιαν 2027", "2027-01-15"],
  ["15 Μαΐου", "2027-05-15"],
  ["ΤΕΤΑΡΤΗ, 9 ΔΕΚΕΜΒΡΙΟΥ 2026", "2026-12-09"],
  ["Δευτέρα 7 Δεκέμβρη", "2026-12-07"],
  ["Πέμπτη 4/12/2026", null],
  ["Mon. 7/12/2026", "2026-12-07"],
  ["έως 7/12/2026", null],
  ["Πέμπτη 3 12 2026", null],
  ["3 Μαρία", null],
  ["31/11/2026", null],
  ["29/2/2027", null],
  ["9:30", null],
  ["Παπαδοπούλου", null],
  ["6944123456", null],
  ["", null],
])("the date %s is %s", (cell, date) => {
  expect(readDate(cell, TODAY)?.toString() ?? null).toBe(date);
});

test.each([
  ["9:30", "09:30"],
  ["09.30", "09:30"],
  ["0930", "09:30"],
  ["9", "09:00"],
  ["9:30 πμ", "09:30"],
  ["1:15 μ.μ.", "13:15"],
  ["12:00 μμ", "12:00"],
  ["09:30:00", "09:30"],
  ["10:00-10:15", "10:00"],
  ["10:00 – 10:15", "10:00"],
  ["9-30", "09:30"],
  ["9-00", "09:00"],
  ["9-10", null],
  ["9-1", null],
  ["9:30-10:00-10:30", null],
  ["10:00-πρωί", null],
  ["14:00-13:00", null],
  ["24:00", null],
  ["9:75", null],
  ["6944123456", null],
  ["πρωί", null],
  ["", null],
])("the time %s is %s", (cell, time) => {
  expect(readTime(cell)).toBe(time);
});

test("of a page of blanks only the beginning is looked at", () => {
  expect(readTime(`9:30${" ".repeat(19_000)}μμ`)).toBe("09:30");
  expect(readDate(`24/11/2026${" ".repeat(19_000)}x`, TODAY)?.toString()).toBe("2026-11-24");
});

test.each([
  ["9:30", null],
  ["09:00–09:30", 30],
  ["9-9:30", 30],
  ["9:30 - 10", 30],
  ["9:30 έως 10:15", 45],
  ["12:30-1:00", 30],
  ["9:30 πμ - 9:45 πμ", 15],
])("the time %s has %s minutes", (cell, minutes) => {
  expect(readSpan(cell)).toMatchObject({ minutes });
});

test("a date that its weekday contradicts is known for one", () => {
  expect(readDay("Πέμπτη 4/12/2026", TODAY)).toMatchObject({ isContradicted: true });
  expect(readDay("Τ. 1/12/2026", TODAY)).toMatchObject({ isContradicted: false });
});
