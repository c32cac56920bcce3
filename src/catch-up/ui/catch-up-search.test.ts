import { expect, test } from "vitest";
import { validateCatchUpSearch } from "./catch-up-search.ts";

test("an outage has two times in their order, and rows that there are", () => {
  expect(validateCatchUpSearch({ from: "09:05", to: "10:20", rows: "day" })).toEqual({
    from: "09:05",
    to: "10:20",
    rows: "day",
  });
  for (const raw of [
    { from: "10:20", to: "09:05" },
    { from: "09:05" },
    { from: 5, to: "10:20" },
    { from: "9:05", to: "10:20" },
  ])
    expect(validateCatchUpSearch(raw)).toEqual({ from: undefined, to: undefined, rows: undefined });
  expect(validateCatchUpSearch({ rows: "outage" }).rows).toBeUndefined();
  expect(validateCatchUpSearch({ rows: "everything" }).rows).toBeUndefined();
});
