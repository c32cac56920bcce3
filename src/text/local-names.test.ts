import { expect, test } from "vitest";
import { inLanguage, withoutLanguages } from "./foreign.ts";
import { greekAmong, inGreekOrEnglish, localName } from "./local-names.ts";

const SIGNATURE = { name: "Γνήσιο υπογραφής", nameEn: "Certification of signature" };
const GREEK = inLanguage(SIGNATURE.name, "el");

test("who reads neither Greek nor English gets the Greek name beside, marked as Greek, and the English one where nothing else is", () => {
  expect([localName(SIGNATURE, "el"), localName(SIGNATURE, "en")]).toEqual([SIGNATURE.name, SIGNATURE.nameEn]);
  expect(localName(SIGNATURE, "sq")).toBe(`${inLanguage("Certification of signature", "en")} (${GREEK})`);
  expect(localName(SIGNATURE, "sq", "Vërtetim nënshkrimi")).toBe(`Vërtetim nënshkrimi (${GREEK})`);
  expect(localName({ name: "ΚΕΠ", nameEn: null }, "uk")).toBe(inLanguage("ΚΕΠ", "el"));
  expect(localName({ name: "ΚΕΠ", nameEn: null }, "en")).toBe(inLanguage("ΚΕΠ", "el"));
  expect(localName({ name: "ΚΕΠ", nameEn: null }, "el")).toBe("ΚΕΠ");
});

test("in a sentence that runs from right to left what runs the other way is set apart, line by line", () => {
  expect(withoutLanguages(localName(SIGNATURE, "ar"))).toBe(
    "\u2068Certification of signature\u2069 (\u2068Γνήσιο υπογραφής\u2069)",
  );
  expect(withoutLanguages(inGreekOrEnglish("Ταυτότητα.", "Identity card.\nA photograph.", "ur"))).toBe(
    "\u2068Identity card.\u2069\n\u2068A photograph.\u2069",
  );
  expect(greekAmong("Αττικής", "ar")).toBe(inLanguage("\u2068Αττικής\u2069", "el"));
});

test("words of which there are none in English stay in Greek", () => {
  expect([
    inGreekOrEnglish("αργία", "holiday", "el"),
    withoutLanguages(inGreekOrEnglish("αργία", "holiday", "sq")),
    withoutLanguages(inGreekOrEnglish("αργία", null, "en")),
    inGreekOrEnglish("αργία", "holiday", "sq", "festë"),
    inGreekOrEnglish(null, "Law", "el"),
  ]).toEqual(["αργία", "holiday", "αργία", "festë", null]);
});
