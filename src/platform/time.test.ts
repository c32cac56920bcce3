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

test("each day of a century begins and ends as Temporal says", () => {
  for (let date = Temporal.PlainDate.from("2000-01-01"); date.year < 2100; date = date.add({ days: 1 })) {
    const midnight = date.toZonedDateTime("Europe/Athens");
    expect(localDay(date).from).toBe(midnight.epochMilliseconds / 60_000);
    expect(localDay(date).to).toBe(midnight.add({ days: 1 }).epochMilliseconds / 60_000);
  }
});

test("so does each quarter of an hour of the days on which clocks change", () => {
  for (const text of ["2027-03-28", "2027-10-31"]) {
    const { from, to } = day(text);
    for (let minute = from; minute < to; minute += 15) {
      const instant = Temporal.Instant.fromEpochMilliseconds(minute * 60_000 + 59_999);
      const local = instant.toZonedDateTimeISO("Europe/Athens");
      expect(dateOf(instant).toString()).toBe(local.toPlainDate().toString());
      expect(clockTextOf(instant)).toBe(local.toPlainTime().toString({ smallestUnit: "minute" }));
      expect(offsetText(instant)).toBe(local.toString({ timeZoneName: "never", smallestUnit: "second" }));
    }
  }
});
