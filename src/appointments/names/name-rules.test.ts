import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../platform/text/fold.ts";
import { FIRST_NAMES } from "./first-names.ts";
import { areLikelySwapped, inOneAlphabet, mayBeSamePerson, personInOneAlphabet } from "./name-rules.ts";

describe("look-alike letters", () => {
  test("Latin ones within a Greek name become Greek, accents and case kept", () => {
    expect(inOneAlphabet("\u0050\u0041\u03A0\u03A0AΣ")).toBe("ΡΑΠΠΑΣ");
    expect(inOneAlphabet("Παπαδ\u00F3πουλος")).toBe("Παπαδόπουλος");
    expect(inOneAlphabet("Mαρία-Eλένη Παππά")).toBe("Μαρία-Ελένη Παππά");
  });

  test("Greek ones within a Latin name become Latin", () => {
    expect(inOneAlphabet("Smιth")).toBe("Smith");
  });

  test("a name in one alphabet stays, foreign names and brands beside Greek words too", () => {
    for (const name of ["Παππάς", "Smith", "ΑΛΦΑ BETA SYSTEMS Α.Ε.", "ΚΑΠΑ IKE", ""]) {
      expect(inOneAlphabet(name)).toBeNull();
    }
  });

  test("letters without a twin are left to the person", () => {
    expect(inOneAlphabet("Παππάςf")).toBeNull();
  });

  test("a first name that is Latin by its letters only is Greek beside a Greek surname", () => {
    expect(personInOneAlphabet("NIKH", "Παππά")).toBe("ΝΙΚΗ");
    expect(personInOneAlphabet("NIKH", "Smith")).toBeNull();
    expect(personInOneAlphabet("Tom", "Παππά")).toBeNull();
  });

  test("what was repaired needs no second repair", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."ΠΑΒΣάέώρωaAoOkKνpé -s")), (letters) => {
        const repaired = inOneAlphabet(letters.join(""));
        expect(repaired === null ? null : inOneAlphabet(repaired)).toBeNull();
      }),
    );
  });
});

describe("surname and first name are likely swapped", () => {
  test.each([
    ["Μαρία", "Παπαδοπούλου"],
    ["ΓΙΩΡΓΟΣ", "Καστανάς"],
    ["μαρία-ελένη", "Αϊβαλιώτη"],
    ["Νίκος", "Smith"],
  ])("%s, %s", (lastName, firstName) => expect(areLikelySwapped(lastName, firstName)).toBe(true));

  test.each([
    ["Παπαδοπούλου", "Μαρία"],
    ["Μιχαήλ", "Άννα"],
    ["Μαρία", "Γεώργιος"],
    ["Μαρία", ""],
    ["", "Μαρία"],
    ["Σμιθ", "Τζον"],
    ["Γεωργίου", "Ζανέτ"],
    ["Νίκος Παππάς", "Α"],
  ])("not %s, %s", (lastName, firstName) => expect(areLikelySwapped(lastName, firstName)).toBe(false));

  test("the list is folded as names are, and holds no surname's ending", () => {
    for (const name of FIRST_NAMES) {
      expect(fold(name)).toBe(name);
      expect(name).toMatch(/^\p{Script=Greek}+$/u);
      expect(name).not.toMatch(/(ΟΠΟΥΛΟΣ|ΟΠΟΥΛΟΥ|ΙΔΟΥ)$/);
    }
    expect(FIRST_NAMES.size).toBeGreaterThan(400);
  });
});

test("two of one name are one person unless their numbers differ", () => {
  expect(mayBeSamePerson("694 412 3456", "+306944123456")).toBe(true);
  expect(mayBeSamePerson("694 412 3456", "+306976028841")).toBe(false);
  expect(mayBeSamePerson("", "+306976028841")).toBe(true);
  expect(mayBeSamePerson("6944", null)).toBe(true);
});
