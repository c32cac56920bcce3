import { expect, test } from "vitest";
import { isSamePlace } from "./plan-marks.ts";

test("a place is the same by its day, its time and its queue", () => {
  const place = { date: "2026-11-24", time: "11:30", queue: 1 };
  expect(isSamePlace(place, { ...place })).toBe(true);
  for (const other of [{ date: "2026-11-25" }, { time: "11:40" }, { queue: 2 }])
    expect(isSamePlace(place, { ...place, ...other })).toBe(false);
});
