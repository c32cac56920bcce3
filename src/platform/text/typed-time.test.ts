import { expect, test } from "vitest";
import { timeIn } from "./typed-time.ts";

test.each([
  ["9", "09:00"],
  ["930", "09:30"],
  ["9:30", "09:30"],
  [" 09.30 ", "09:30"],
  ["1715", "17:15"],
  ["24:00", "24:00"],
  ["0", "00:00"],
])("%j is a time", (text, time) => expect(timeIn(text)).toBe(time));

test.each(["", "9:6", "25", "9:60", "24:30", "εννιά", "9:300"])("%j is none", (text) =>
  expect(timeIn(text)).toBeNull(),
);
