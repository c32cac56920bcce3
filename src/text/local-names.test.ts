import { expect, test } from "vitest";
import { inGreekOrEnglish, localName } from "./local-names.ts";

const SIGNATURE = { name: "Γνήσιο υπογραφής", nameEn: "Certification of signature" };

test("who reads neither Greek nor English gets both names, the Greek one as on the sign", () => {
  expect([localName(SIGNATURE, "el"), localName(SIGNATURE, "en")]).toEqual([SIGNATURE.name, SIGNATURE.nameEn]);
  expect(localName(SIGNATURE, "sq")).toBe("Certification of signature (Γνήσιο υπογραφής)");
  expect(localName({ name: "ΚΕΠ", nameEn: null }, "uk")).toBe("ΚΕΠ");
});

test("among letters from right to left names and lines of other words keep their own direction", () => {
  expect(localName(SIGNATURE, "ar")).toBe("\u2068Certification of signature (Γνήσιο υπογραφής)\u2069");
  expect(inGreekOrEnglish("Ταυτότητα.", "Identity card.\nA photograph.", "ur")).toBe(
    "\u2068Identity card.\u2069\n\u2068A photograph.\u2069",
  );
});

test("other words are Greek, or English where there are any", () => {
  expect([
    inGreekOrEnglish("αργία", "holiday", "el"),
    inGreekOrEnglish("αργία", "holiday", "sq"),
    inGreekOrEnglish("αργία", null, "en"),
    inGreekOrEnglish(null, "Law", "el"),
  ]).toEqual(["αργία", "holiday", "αργία", null]);
});
