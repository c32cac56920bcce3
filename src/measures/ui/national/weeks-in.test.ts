import { expect, test } from "vitest";
import { MOST_WEEKS } from "../../contract.ts";
import { WEEKS_OFFERED } from "../../national/choices.ts";
import { validateNationalSearch } from "./national-search.ts";
import { weeksIn } from "./weeks-in.ts";

test("an address has eight closed weeks, or as many as it asks for, from four to twenty-six", () => {
  expect(weeksIn({})).toEqual({ weeks: 8, unknown: null });
  expect([4, "13", 26].map((weeks) => weeksIn({ weeks }).weeks)).toEqual([4, 13, 26]);
  expect(WEEKS_OFFERED.at(-1), "as far as the contract goes").toBe(MOST_WEEKS);
});

test.each([3, 27, 0, -8, 8.5, "", "οκτώ", "1e9", "8;drop"])("of %j it says that there is no such number", (weeks) => {
  expect(weeksIn({ weeks })).toEqual({ weeks: 8, unknown: String(weeks) });
});

test("what is no number and no text, or endless, is left out of the address", () => {
  for (const weeks of [null, ["8"], { of: 8 }, "9".repeat(500)])
    expect(validateNationalSearch({ weeks }).weeks).toBeUndefined();
  expect(validateNationalSearch({ weeks: 27 }).weeks).toBe(27);
});
