import { expect, test } from "vitest";
import { clockText, clockTextOf, dateOf, localDay, minuteOfDay, offsetText } from "./time.ts";

const day = (text: string) => localDay(Temporal.PlainDate.from(text));

test("a day is Athens's, wherever the machine stands", () => {
  const late = Temporal.Instant.from("2026-11-24T22:30:00Z");
  expect(dateOf(late).toString()).toBe("2026-11-25");
  expect(clockTextOf(late)).toBe("00:30");
  expect(offsetText(late)).toBe("2026-11-25T00:30:00+02:00");
});

test("days are 23, 24 or 25 hours long", () => {
  expect(["2027-03-28", "2026-11-24", "2027-10-31"].map((text) => day(text).to - day(text).from)).toEqual([
    1380, 1440, 1500,
  ]);
});

test("local minutes survive the way there and back, but for the hour that does not exist", () => {
  for (const text of ["2027-03-28", "2026-11-24", "2027-10-31"]) {
    const { at, minuteOf } = day(text);
    for (let minute = 0; minute < 1440; minute += 5) {
      const isSkipped = text === "2027-03-28" && minute >= 180 && minute < 240;
      expect(minuteOf(at(minute)) === minute).toBe(!isSkipped);
    }
  }
});

test("the end of a day is 24:00", () => {
  expect(day("2026-11-24").at(1440)).toBe(day("2026-11-25").from);
  expect(clockText(1440)).toBe("24:00");
  expect(minuteOfDay("24:00")).toBe(1440);
});
