import { expect, test } from "vitest";
import { mayAskAt, nextMorning } from "./asking-hours.ts";

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ["by day nothing waits", "2026-11-24T10:42:00+02:00", null],
  ["until eight in the evening", "2026-11-24T19:59:59+02:00", null],
  ["from then on for tomorrow", "2026-11-24T20:00:00+02:00", "2026-11-25T08:00:00+02:00"],
  ["after midnight for today", "2026-11-25T00:30:00+02:00", "2026-11-25T08:00:00+02:00"],
  ["to the last second", "2026-11-25T07:59:59+02:00", "2026-11-25T08:00:00+02:00"],
  ["the night that is an hour longer", "2026-10-24T22:00:00+03:00", "2026-10-25T08:00:00+02:00"],
  ["the night that is an hour shorter", "2027-03-27T22:00:00+02:00", "2027-03-28T08:00:00+03:00"],
])("%s", (_, now, morning) => {
  expect(nextMorning(at(now))?.toString() ?? null).toBe(morning && at(morning).toString());
  expect(mayAskAt(at(now))).toBe(morning === null);
});
