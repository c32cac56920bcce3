import fc from "fast-check";
import { expect, test } from "vitest";
import { WEEKS, weekWindow } from "./week-window.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
/** A Sunday */
const TODAY = day("2026-11-29");

const shown = (from: string, on: string | null, last = "2027-02-27") => {
  const weeks = weekWindow({ today: TODAY, last: day(last), from: day(from), on: on === null ? null : day(on) });
  return [weeks.from, weeks.to, weeks.before, weeks.after].map((date) => date?.toString() ?? "none").join(" ");
};

test("on the last days of a month they begin with the week that can be had", () => {
  expect(shown("2026-11-30", null)).toBe("2026-11-30 2027-01-03 2026-11-23 2027-01-04");
});

test("five weeks on, five weeks back, and those with a day", () => {
  expect(shown("2026-11-30", "2027-01-04")).toBe("2027-01-04 2027-02-07 2026-11-30 2027-02-08");
  expect(shown("2026-11-30", "2027-02-07")).toBe("2027-01-04 2027-02-07 2026-11-30 2027-02-08");
  expect(shown("2026-11-30", "2026-11-29")).toBe("2026-11-23 2026-12-27 none 2026-12-28");
});

test("they end with the week of the last day that is open, wherever an address asks for more", () => {
  expect(shown("2026-11-30", null, "2026-12-24")).toBe("2026-11-30 2026-12-27 2026-11-23 none");
  expect(shown("2026-11-30", "2099-01-01", "2026-12-24")).toBe("2026-11-30 2026-12-27 2026-11-23 none");
  expect(shown("2026-12-17", "1999-01-01", "2026-12-24")).toBe("2026-11-23 2026-12-27 none none");
});

test("whole weeks that have the day asked for, and by their links every week from today to the last", () => {
  const days = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(days, days, days, (horizon, free, wished) => {
      const last = TODAY.add({ days: horizon });
      const from = TODAY.add({ days: Math.min(free, horizon) });
      const on = TODAY.add({ days: Math.min(wished, horizon) });
      const weeks = weekWindow({ today: TODAY, last, from, on });
      const length = weeks.from.until(weeks.to).days + 1;
      expect([weeks.from.dayOfWeek, length % 7, length <= WEEKS * 7]).toEqual([1, 0, true]);
      expect(Temporal.PlainDate.compare(weeks.from, on) <= 0 && Temporal.PlainDate.compare(on, weeks.to) <= 0).toBe(
        true,
      );
      for (const beside of [weeks.before, weeks.after]) {
        if (!beside) continue;
        const other = weekWindow({ today: TODAY, last, from, on: beside });
        expect(other.from.equals(weeks.from)).toBe(false);
      }
      expect(weeks.before === null).toBe(Temporal.PlainDate.compare(weeks.from, TODAY) <= 0);
      expect(weeks.after === null).toBe(Temporal.PlainDate.compare(last, weeks.to) <= 0);
    }),
    { numRuns: 500 },
  );
});
