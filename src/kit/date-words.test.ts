import { expect, test } from "vitest";
import { LANGUAGES } from "../text/languages.ts";
import { atTime, longDate, onDayInWords, relativeDay } from "./dates.ts";

/** A Saturday, whose name changes its ending in Ukrainian, and its article in Greek */
const SATURDAY = "2026-11-28";

test("a day and a time are said in each language, with western digits", () => {
  expect(LANGUAGES.map((language) => onDayInWords(SATURDAY, language))).toEqual([
    "το Σάββατο 28 Νοεμβρίου",
    "on Saturday 28 November",
    "ditën e shtunë 28 nëntor",
    "у суботу 28 листопада",
    "يوم السبت 28 نوفمبر",
    "بروز ہفتہ 28 نومبر",
  ]);
  expect(LANGUAGES.map((language) => atTime("09:30", language).replace("\u00a0", " "))).toEqual([
    "στις 09:30",
    "at 09:30",
    "në orën 09:30",
    "о 09:30",
    "الساعة 09:30",
    "09:30 بجے",
  ]);
  expect(longDate(SATURDAY, "ar")).toBe("السبت 28 نوفمبر 2026");
  expect(relativeDay(SATURDAY, SATURDAY, "uk")).toBe("сьогодні");
});
