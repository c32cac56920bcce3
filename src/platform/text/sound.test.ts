import fc from "fast-check";
import { expect, test } from "vitest";
import { openSoundKeys, soundKeys, soundWords } from "./sound.ts";

const keysOf = (word: string) => soundWords(word).flatMap((part) => soundKeys(part, 16));

test.each([
  ["Ανθούλα", "anthoula an8oula"],
  ["Χρήστος", "ΧΡΙΣΤΟΣ χρυστος xristos christos hristos hrhstos xrhstos khristos"],
  ["Παπαϊωάννου", "ΠΑΠΑΙΩΑΝΝΟΥ papaioannou papaiwannoy παπαιοανου"],
  ["Ευθυμίου", "efthimiou eythymioy evthimiou euthumiou εφθιμιου"],
  ["Αυγερινός", "avgerinos aygerinos augerinos αβγερινος"],
  ["Γκουντούρας", "gkountouras gountouras goudouras γκουντουρασ"],
  ["Μπάμπης", "mpampis babis bampis mpamphs"],
  ["Ξένος", "xenos ksenos 3enos"],
  ["Ψαρράς", "psaras 4aras psarras"],
  ["Θεοδώρου", "theodorou 8eodorou theodwroy 9eodorou"],
  ["Σωτήρης", "swthrhs sotiris sothrhs"],
  ["Δημήτρης", "dhmhtrhs dimitris dimitrhs dhmitris"],
  ["Ευάγγελος", "evangelos evaggelos eyaggelos euaggelos"],
  ["Ανδρέας", "andreas antreas αντρεας"],
  ["Μιχαήλ", "mixahl mihail michail μιχαιλ"],
  ["Γιάννης", "giannis yannis ghiannhs"],
  ["ΜΑΡΙΑ", "MAPIA maria MAΡIA"],
  ["Φωτεινή", "photini fwteinh fotini foteini"],
])("%s is found by %s", (name, spellings) => {
  for (const spelling of spellings.split(" "))
    expect([spelling, keysOf(spelling)]).toEqual([spelling, expect.arrayContaining(keysOf(name))]);
});

test("every beginning of a word leaves its whole sound within reach", () => {
  const consonants = fc.constantFrom(..."μπ ντ γκ γγ θ ξ ψ χ φ β ρ λ ν μ σ τ κ π".split(" "));
  const vowels = fc.constantFrom(..."αι ει οι ου α ε ι ο υ η ω ια ιο αη".split(" "));
  const syllable = fc.tuple(consonants, vowels).map(([consonant, vowel]) => consonant + vowel);
  const word = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("").toUpperCase());
  fc.assert(
    fc.property(word, fc.nat(), (text, cut) => {
      const beginning = text.slice(0, 1 + (cut % text.length));
      const { keys, maybe } = openSoundKeys(beginning, 16);
      const [whole = ""] = soundKeys(text, 1);
      expect([...keys, ...maybe].some((key) => whole.startsWith(key))).toBe(true);
    }),
  );
});

test.each(["ΠΑΥΛΟΣ", "ΕΥΘΥΜΙΟΣ", "STAVROS", "CHRISTOFOROS", "PHILIPPOU", "ANTONIOS"])(
  "%s is within reach of every beginning",
  (word) => {
    for (let length = 1; length <= word.length; length++) {
      const { keys, maybe } = openSoundKeys(word.slice(0, length), 16);
      const reached = soundKeys(word, 16).some((whole) => [...keys, ...maybe].some((key) => whole.startsWith(key)));
      expect([word.slice(0, length), reached]).toEqual([word.slice(0, length), true]);
    }
  },
);

test("no text is too strange", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffff }), { maxLength: 100 }), (codes) => {
      const text = String.fromCharCode(...codes);
      for (const word of soundWords(text)) expect(soundKeys(word, 5).length).toBeLessThanOrEqual(5);
    }),
  );
});
