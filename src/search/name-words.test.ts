import { expect, test } from "vitest";
import { sameSpelling } from "./name-words.ts";

test("one name in capitals, with accents or with look-alike letters is spelt the same, another is not", () => {
  for (const name of ["ΠΑΠΠΑ", "Παππά", "ΠAΠΠA", "παππα "]) expect(sameSpelling(name)).toBe(sameSpelling("Παππά"));
  expect(sameSpelling("Παπά")).not.toBe(sameSpelling("Παππά"));
  expect(sameSpelling("—")).not.toBe("");
});
