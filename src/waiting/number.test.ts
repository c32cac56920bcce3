import { expect, test } from "vitest";
import { nextNumber, numberText, spokenNumber } from "./number.ts";

test("a day begins with Α 001, and goes on with the next letter after 999", () => {
  expect(nextNumber(null)).toEqual({ letter: "Α", number: 1 });
  expect(nextNumber({ letter: "Α", number: 30 })).toEqual({ letter: "Α", number: 31 });
  expect(nextNumber({ letter: "Α", number: 999 })).toEqual({ letter: "Ε", number: 1 });
  expect(nextNumber({ letter: "Ε", number: 999 })).toEqual({ letter: "Κ", number: 1 });
  expect(nextNumber({ letter: "Κ", number: 999 })).toBeNull();
});

test("three digits, apart where it is read", () => {
  expect(numberText({ letter: "Α", number: 31 })).toBe("Α031");
  expect(spokenNumber("Α031")).toBe("Α\u00a0031");
});
