import { expect, test } from "vitest";
import { fitOf } from "./fit.ts";

const COLUMN = 69;

test("a usual name stays as it is, a longer one gets smaller letters, and one of 80 letters breaks into a second row", () => {
  expect(fitOf("ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη", COLUMN)).toEqual({ size: "normal", rows: 1 });
  expect(fitOf("ΠΑΠΑΔΟΠΟΥΛΟΥ-ΧΑΤΖΗΙΩΑΝΝΟΥ Ελένη", COLUMN)).toEqual({ size: "compact", rows: 1 });
  expect(fitOf(`${"Α".repeat(40)} ${"α".repeat(39)}`, COLUMN)).toEqual({ size: "compact", rows: 2 });
});

test("the longest name that can be written gets as many rows as it needs", () => {
  expect(fitOf("Ω".repeat(300), COLUMN).rows).toBeGreaterThan(5);
});
