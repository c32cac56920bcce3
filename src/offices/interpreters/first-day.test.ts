import { expect, test } from "vitest";
import { firstDayWith, type InterpreterTerms, isInTime } from "./first-day.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const TERMS: InterpreterTerms = {
  signLanguage: true,
  signLanguageDays: 3,
  languages: ["sq", "ar"],
  interpreterDays: 1,
};
const first = (text: string, terms: Partial<InterpreterTerms>, ...holidays: readonly string[]) =>
  firstDayWith("gss", { ...TERMS, ...terms }, { today: day(text), holidays: new Set(holidays) })?.toString();

test("three working days from Tuesday are Friday; weekends and holidays are none", () => {
  expect(first("2026-11-24", {})).toBe("2026-11-27");
  expect(first("2026-11-26", {})).toBe("2026-12-01");
  expect(first("2026-12-23", {}, "2026-12-24", "2026-12-25", "2026-12-26")).toBe("2026-12-30");
  expect(first("2026-11-28", { signLanguageDays: 1 })).toBe("2026-11-30");
  expect(first("2026-11-28", { signLanguageDays: 0 })).toBe("2026-11-28");
});

test("a language has days of its own, and another one than the office named is never there", () => {
  const on = { today: day("2026-11-24"), holidays: new Set<string>() };
  expect(firstDayWith("sq", TERMS, on)?.toString()).toBe("2026-11-25");
  expect(firstDayWith("uk", TERMS, on)).toBe("never");
  expect(firstDayWith("gss", { ...TERMS, signLanguage: false }, on)).toBe("never");
});

test("an office that has said nothing promises nothing, and hinders nothing", () => {
  const on = { today: day("2026-11-24"), holidays: new Set<string>() };
  const silent = { ...TERMS, signLanguage: null, languages: null };
  expect([firstDayWith("gss", silent, on), firstDayWith("sq", silent, on)]).toEqual([null, null]);
  expect(isInTime(null, day("2026-11-24"))).toBe(true);
});

test("the first day itself is in time, the day before is not, and never is never", () => {
  const friday = day("2026-11-27");
  expect(["2026-11-26", "2026-11-27", "2026-11-28"].map((date) => isInTime(friday, day(date)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(isInTime("never", day("2027-11-27"))).toBe(false);
});
