import { expect, test } from "vitest";
import { typedDate } from "./typed-date.ts";

const wednesday = Temporal.PlainDate.from("2026-11-25");
const read = (text: string, earliest = wednesday) =>
  typedDate(text, { earliest, today: wednesday })?.toString() ?? null;

test("digits are read with strokes, points or nothing between them", () => {
  for (const text of ["10/12", "10.12.2026", "10122026", "101226", "Πέμ 10/12", "10 Δεκεμβρίου"])
    expect(read(text), text).toBe("2026-12-10");
});

test("the day of the week alone is the next such day, and today's is that of next week", () => {
  expect(read("Πέμπτη")).toBe("2026-11-26");
  expect(read("πεμ")).toBe("2026-11-26");
  expect(read("δευ.")).toBe("2026-11-30");
  expect(read("Τετάρτη")).toBe("2026-12-02");
  expect(read("Thursday")).toBe("2026-11-26");
});

test("from a later day on it is counted from there, itself included", () => {
  expect(read("Πέμπτη", Temporal.PlainDate.from("2026-12-10"))).toBe("2026-12-10");
});

test("a slip, a day that is not in the calendar, and letters that begin two days are no date", () => {
  for (const text of ["Πέμτη", "Π", "31/2", "31022026", "32/12", "Πέμπτη 11/12/2026", "", "αύριο το πρωί"])
    expect(read(text), text).toBe(null);
});
