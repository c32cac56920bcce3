import { expect, test } from "vitest";
import { workingTuesday } from "./fixed-holidays.ts";

test.each([
  ["2026-11-29", "2026-12-01"],
  ["2026-12-01", "2026-12-01"],
  ["2028-12-20", "2029-01-02"],
  ["2030-12-18", "2031-01-07"],
])("from %s the next Tuesday that is no holiday is %s", (from, tuesday) => {
  expect(workingTuesday(Temporal.PlainDate.from(from)).toString()).toBe(tuesday);
});
