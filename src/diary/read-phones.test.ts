import { expect, test } from "vitest";
import { readPhones } from "./read-phones.ts";

test.each([
  ["694 412 3456", "694 412 3456", null],
  ["6944123456 / 2109098391", "6944123456", "2109098391"],
  ["6944123456, το βράδυ", "6944123456", "το βράδυ"],
  ["69441234 / 2109098391", "69441234 / 2109098391", null],
  ["-", null, null],
  ["ΔΕΝ ΕΧΕΙ", null, "ΔΕΝ ΕΧΕΙ"],
  ["", null, null],
])("the telephone cell «%s»", (cell, phone, rest) => {
  expect(readPhones(cell)).toEqual({ phone, rest });
});
