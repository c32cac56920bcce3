import { expect, test } from "vitest";
import { fitOf } from "./fit.ts";

const COLUMN = 67;

test("a usual name stays as it is, a longer one gets smaller letters, and one of 80 letters still takes one row", () => {
  expect(fitOf("ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη", COLUMN)).toEqual({ size: "normal", rows: 1 });
  expect(fitOf("ΠΑΠΑΔΟΠΟΥΛΟΥ-ΧΑΤΖΗΙΩΑΝΝΟΥ Μαρία-Ελένη", COLUMN)).toEqual({ size: "compact", rows: 1 });
  expect(fitOf(`${"Α".repeat(40)} ${"α".repeat(39)}`, COLUMN)).toEqual({ size: "small", rows: 1 });
});

test("the longest name that can be written gets as many rows as it needs", () => {
  expect(fitOf("Ω".repeat(300), COLUMN).rows).toBeGreaterThan(3);
});
