import { expect, test } from "vitest";
import { inGreekLetters } from "./mixed-script.ts";

test("Latin look-alikes within a Greek name are corrected", () => {
  expect(inGreekLetters("\u0050\u0041\u03A0\u03A0AΣ")).toBe("ΡΑΠΠΑΣ");
});

test("a name in one alphabet stays as it is, foreign names too", () => {
  expect(inGreekLetters("Παππάς")).toBeNull();
  expect(inGreekLetters("Smith")).toBeNull();
});

test("letters without a Greek twin are left to the person", () => {
  expect(inGreekLetters("Παππάς Smith")).toBeNull();
});
