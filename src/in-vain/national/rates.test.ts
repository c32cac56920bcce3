import { expect, test } from "vitest";
import { difference, wilson } from "./rates.ts";

const rounded = (interval: object | null) =>
  interval && Object.fromEntries(Object.entries(interval).map(([name, value]) => [name, Math.round(value * 10) / 10]));

test("an interval by Wilson, as Newcombe's table of 1998 has it", () => {
  expect(rounded(wilson(81, 263))).toEqual({ from: 25.5, to: 36.6 });
  expect(rounded(wilson(15, 148))).toEqual({ from: 6.2, to: 16 });
  expect(rounded(wilson(0, 20))).toEqual({ from: 0, to: 16.1 });
  expect(rounded(wilson(1, 29))).toEqual({ from: 0.6, to: 17.2 });
  expect(wilson(0, 0)).toBeNull();
});

test("a difference with its interval, as Newcombe has it: 56 of 70 against 48 of 80", () => {
  expect(rounded(difference({ count: 56, of: 70 }, { count: 48, of: 80 }))).toEqual({ less: 20, from: 5.2, to: 33.4 });
  expect(rounded(difference({ count: 111, of: 1180 }, { count: 63, of: 1240 }))).toMatchObject({ less: 4.3 });
  expect(difference({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeNull();
});
