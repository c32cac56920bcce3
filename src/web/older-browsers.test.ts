import { expect, test } from "vitest";
import { ARRAY, MAP, SET, URLS } from "./older-browsers.ts";

const numbers = [3, 10, 1, 2];

test("older browsers get what newer ones have", () => {
  const descending = (a: number, b: number) => b - a;
  expect(ARRAY.toSorted.call(numbers)).toEqual(numbers.toSorted());
  expect(ARRAY.toSorted.call(numbers, descending as never)).toEqual(numbers.toSorted(descending));
  expect(ARRAY.toReversed.call(numbers)).toEqual(numbers.toReversed());
  expect(ARRAY.toSpliced.call(numbers, 1, 2)).toEqual(numbers.toSpliced(1, 2));
  const isEven = (number: number) => number % 2 === 0;
  expect(MAP.groupBy(numbers, isEven)).toEqual(Map.groupBy(numbers, isEven));
  expect(SET.symmetricDifference.call(new Set([1, 2, 3]), new Set([2, 4]))).toEqual(
    new Set([1, 2, 3]).symmetricDifference(new Set([2, 4])),
  );
  for (const address of ["https://example.org", "/offices", "x"]) {
    expect(URLS.canParse(address)).toBe(URL.canParse(address));
    expect(URLS.canParse(address, "https://example.org")).toBe(URL.canParse(address, "https://example.org"));
  }
});

test("nothing is changed in place, and a count of an array's members does not meet what was filled in", () => {
  expect(numbers).toEqual([3, 10, 1, 2]);
  const met: string[] = [];
  for (const name in numbers) met.push(name);
  expect(met).toEqual(["0", "1", "2", "3"]);
});
