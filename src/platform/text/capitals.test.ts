import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { OTHER_PEOPLE, SOUGHT_PEOPLE } from "../../../test/search/corpus.ts";
import { inCapitals } from "./capitals.ts";

const { toLocaleUpperCase } = String.prototype;
afterEach(() => {
  String.prototype.toLocaleUpperCase = toLocaleUpperCase;
});

test.each([
  ["Παπαδοπούλου", "ΠΑΠΑΔΟΠΟΥΛΟΥ"],
  ["Καΐκας", "ΚΑΪΚΑΣ"],
  ["Ταΰγετος", "ΤΑΫΓΕΤΟΣ"],
  ["Αϊβαλιώτη", "ΑΪΒΑΛΙΩΤΗ"],
  ["Μάιος", "ΜΑΪΟΣ"],
  ["Μαΐου", "ΜΑΪΟΥ"],
  ["Ρόιδης", "ΡΟΪΔΗΣ"],
  ["άυλος", "ΑΫΛΟΣ"],
  ["Χατζηϊωάννου-Σς", "ΧΑΤΖΗΪΩΑΝΝΟΥ-ΣΣ"],
  ["Ἀρχαιόπουλος", "ΑΡΧΑΙΟΠΟΥΛΟΣ"],
  ["ᾠδή", "ΩΙΔΗ"],
  ["Παππάς ή Παππά", "ΠΑΠΠΑΣ Ή ΠΑΠΠΑ"],
  ["Ήβη", "ΗΒΗ"],
  ["Müller-Şahin", "MÜLLER-ŞAHIN"],
  ["Weiß", "WEISS"],
  ["Παπαδοπούλου".normalize("NFD"), "ΠΑΠΑΔΟΠΟΥΛΟΥ"],
])("%s is %s, also where the browser leaves the accents on", (name, capitals) => {
  expect(inCapitals(name)).toBe(capitals);
  String.prototype.toLocaleUpperCase = function asInFirefox() {
    return String(this).toUpperCase();
  };
  expect("Παπαδοπούλου".toLocaleUpperCase("el")).toBe("ΠΑΠΑΔΟΠΟΎΛΟΥ");
  expect(inCapitals(name)).toBe(capitals);
});

test("all names of the corpus as the Unicode library has them", () => {
  const names = [...SOUGHT_PEOPLE, ...OTHER_PEOPLE].flatMap(({ last, first, business }) => [
    last,
    first,
    business ?? "",
  ]);
  expect(names.length).toBeGreaterThan(500);
  expect(names.map(inCapitals)).toEqual(names.map((name) => name.toLocaleUpperCase("el").normalize("NFC")));
});

test("any Greek word as the Unicode library has it", () => {
  const letters = fc.constantFrom(..."αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώΆΈΉΊΌΎΏΪΫΑΗΙΥΩ '-.aé");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (word) => {
      const text = word.join("");
      expect(inCapitals(text)).toBe(text.toLocaleUpperCase("el").normalize("NFC"));
    }),
    { numRuns: 5_000 },
  );
});
