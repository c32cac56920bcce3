import { expect, test } from "vitest";
import { askingFor } from "./wish.ts";

const at = (text: string) => Temporal.Instant.from(`${text}+02:00`);
const asked = (startsAt: string, now: string) => askingFor(at(startsAt), at(now));

test.each([
  ["by day, two hours before", "2026-11-24T12:00", "2026-11-24T10:00", true],
  ["not a minute later", "2026-11-24T12:00", "2026-11-24T10:01", false],
  ["not before eight", "2026-11-24T12:00", "2026-11-24T07:59", false],
  ["from eight", "2026-11-24T12:00", "2026-11-24T08:00", true],
  ["until eight in the evening", "2026-11-25T12:00", "2026-11-24T19:59", true],
  ["and then no more", "2026-11-25T12:00", "2026-11-24T20:00", false],
])("people are asked %s", (_, startsAt, now, expected) => {
  expect(asked(startsAt, now) !== null).toBe(expected);
});

test.each([
  ["2026-11-24T14:00", ["hours"]],
  ["2026-11-25T08:00", ["hours", "day"]],
  ["2026-11-26T08:00", ["hours", "day", "two-days"]],
])("of %s they know as long before as they said", (startsAt, notices) => {
  expect(asked(startsAt, "2026-11-24T10:00")?.notices).toEqual(notices);
});
