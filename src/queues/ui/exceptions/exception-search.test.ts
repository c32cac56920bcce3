import { expect, test } from "vitest";
import { validateExceptionSearch } from "./exception-search.ts";

test("an address may come from anywhere", () => {
  const date = "2026-11-24";
  expect(validateExceptionSearch({ queue: 2, date, from: "10", to: "14:00", hours: "times" })).toEqual({
    queue: 2,
    date,
    from: "10:00",
    to: "14:00",
    hours: "times",
  });
  const nonsense = { queue: "2", date: "tomorrow", from: 7, to: "x", hours: "never", more: 1 };
  expect(Object.values(validateExceptionSearch(nonsense)).filter((value) => value !== undefined)).toEqual([]);
});
