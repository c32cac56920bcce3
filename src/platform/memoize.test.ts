import { expect, test, vi } from "vitest";
import { memoize, memoizeByObject } from "./memoize.ts";

test("a function is computed once for each text, unless it is long, and anew once it had to make room", () => {
  const compute = vi.fn((text: string) => text.length);
  const lengthOf = memoize("lengths", 10, compute);
  const long = "α".repeat(101);
  expect(["ab", "ab", long, long].map(lengthOf)).toEqual([2, 2, 101, 101]);
  expect(compute.mock.calls.flat()).toEqual(["ab", long, long]);
  for (let number = 0; number < 10; number++) lengthOf(String(number));
  lengthOf("ab");
  expect(compute.mock.calls.flat().filter((text) => text === "ab")).toHaveLength(2);
});

test("of an object something is made once, and of one that looks alike anew", () => {
  const make = vi.fn(({ name }: { name: string }) => [name]);
  const namesOf = memoizeByObject(make);
  const [one, other] = [{ name: "a" }, { name: "a" }];
  expect(namesOf(one)).toBe(namesOf(one));
  expect(namesOf(other)).not.toBe(namesOf(one));
  expect(make).toHaveBeenCalledTimes(2);
});
