import { expect, test } from "vitest";
import { MOMENTS, nextMoment } from "./days.ts";

test("the next moment of each kind, by the calendar and the clocks of Athens", () => {
  const now = Temporal.ZonedDateTime.from("2026-11-29T23:50[Europe/Athens]");
  const next = Object.keys(MOMENTS).map((name) => [name, String(nextMoment(name, now).toPlainDateTime())]);
  expect(Object.fromEntries(next)).toEqual({
    "a Sunday": "2026-12-06T11:00:00",
    "a public holiday": "2026-12-25T11:00:00",
    "the last hour of a day": "2026-11-30T23:20:00",
    midnight: "2026-11-30T00:00:00",
    "the last minutes of a year": "2026-12-31T23:40:00",
    "the night of the hour that is missing": "2027-03-28T00:30:00",
    "the night of the hour that comes twice": "2027-10-31T00:30:00",
  });
});
