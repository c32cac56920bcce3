import { expect, test } from "vitest";
import { KEYS } from "./keys.ts";

test("no key does two things", () => {
  const keys = KEYS.map(([key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
