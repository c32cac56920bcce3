import { expect, test } from "vitest";
import { countText, momentText, secondsText } from "./formats.ts";

test.each([
  ["el", "0,0", "4,2", "12", "5.210"],
  ["en", "0.0", "4.2", "12", "5,210"],
] as const)("in %s seconds and counts are written as people write them", (language, none, some, many, count) => {
  expect([0, 4_240, 12_400].map((ms) => secondsText(ms, language))).toEqual([none, some, many]);
  expect([countText(5_210, language), countText(0, language), countText(null, language)]).toEqual([count, "0", "–"]);
});

test("a moment of today is its time in Athens, another one has its day", () => {
  const now = Temporal.Instant.from("2026-11-24T10:42:10+02:00");
  expect(momentText(now.subtract({ minutes: 23 }), now)).toBe("10:19:10");
  expect(momentText(now.subtract({ hours: 11 }), now)).toBe("23/11 23:42:10");
});
