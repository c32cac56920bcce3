import { expect, test } from "vitest";
import { daysOfWish, wishSpan } from "./free-wish.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const SPAN = wishSpan(NOW, day("2026-12-24"));
const read = (first: string, last: string, weekdays = [1, 2, 3, 4, 5]) => {
  const days = daysOfWish({ first, last }, SPAN, weekdays);
  return "errors" in days ? days.errors.map(({ field, code }) => `${field} ${code}`) : [`${days.first} ${days.last}`];
};

test.each([
  ["nothing said: from today as long as anything is open", "", "", ["2026-11-24 2026-12-24"]],
  ["as a field for dates sends it", "2026-12-01", "2026-12-05", ["2026-12-01 2026-12-05"]],
  ["as people write it", "1/12/2026", "05.12.2026", ["2026-12-01 2026-12-05"]],
  ["a first day that has passed is today", "2026-11-01", "2026-12-05", ["2026-11-24 2026-12-05"]],
  ["today alone", "", "2026-11-24", ["2026-11-24 2026-11-24"]],
  ["sixty days from now", "", "2027-01-23", ["2026-11-24 2027-01-23"]],
  ["not a day more", "", "2027-01-24", ["last wish-day-outside"]],
  ["not until yesterday", "", "2026-11-23", ["last wish-day-outside"]],
  ["no date", "soon", "31/02/2027", ["first wish-day-outside", "last wish-day-outside"]],
  ["turned around", "2026-12-05", "2026-12-01", ["last wish-days-turned"]],
  ["a weekend for whoever comes on weekdays", "2026-11-28", "2026-11-29", ["last wish-days-none"]],
])("%s", (_, first, last, expected) => {
  expect(read(first, last)).toEqual(expected);
});

test("without a weekday only that is said", () => {
  expect(read("2026-11-28", "2026-11-29", [])).toEqual(["2026-11-28 2026-11-29"]);
});
