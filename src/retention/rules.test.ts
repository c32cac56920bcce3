import { describe, expect, test } from "vitest";
import { dueBefore, retentionDaysLeft, retentionErrors } from "./rules.ts";

describe("days that are left", () => {
  test.each([
    ["2026-10-12", 17],
    ["2026-11-26", 62],
    ["2026-11-24", 60],
    ["2026-09-25", 0],
    ["2026-09-24", -1],
  ])("of a visit on %s, on 24 November with 60 days: %i", (date, left) => {
    expect(retentionDaysLeft(date, 60, "2026-11-24")).toBe(left);
  });

  test("on the last day it is still known whose it was, the day after it is due", () => {
    const today = Temporal.PlainDate.from("2026-11-24");
    expect(dueBefore(today, 60).toString()).toBe("2026-09-25");
  });

  test("both nights on which clocks change are nights like others", () => {
    expect(retentionDaysLeft("2026-10-24", 7, "2026-10-31")).toBe(0);
    expect(retentionDaysLeft("2027-03-27", 7, "2027-04-03")).toBe(0);
  });
});

test("the ministry chooses whole days within bounds", () => {
  expect([7, 60, 365].flatMap((days) => retentionErrors({ days }))).toEqual([]);
  for (const days of [6, 366, 7.5, Number.NaN, -60])
    expect(retentionErrors({ days })).toEqual([
      { field: "days", code: "number-out-of-range", values: { min: 7, max: 365 } },
    ]);
});
