import { expect, test } from "vitest";
import { holdsFrom } from "./coming-hours.ts";

const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
/** A Tuesday */
const TODAY = Temporal.PlainDate.from("2026-11-24");
const holds = (weekday: number, from: string | null, until: string | null) =>
  holdsFrom({ queue: 1, weekday, opens: 480, closes: 900, from: date(from), until: date(until) }, TODAY);

test("hours without an end hold, whenever they begin", () => {
  expect(holds(1, null, null)).toBe(true);
  expect(holds(1, "2030-01-01", null)).toBe(true);
});

test("those of today still hold, those that ended yesterday do not", () => {
  expect(holds(2, null, "2026-11-25")).toBe(true);
  expect(holds(2, null, "2026-11-24")).toBe(false);
});

test("hours whose weekday does not come before they end are over", () => {
  expect(holds(1, null, "2026-11-30")).toBe(false);
  expect(holds(1, null, "2026-12-01")).toBe(true);
  expect(holds(3, "2026-11-26", "2026-12-02")).toBe(false);
});
