import { fold } from "../../platform/text/fold.ts";
import { normalizePhone } from "../../platform/text/phone.ts";
import { FIRST_NAMES } from "./first-names.ts";

/** Names that look wrong and may be right: warnings for a form or an import, never refusals. Pure. */

/** Letters that look alike: typed with the wrong keyboard they hide a citizen from a clerk who reads the list by eye. */
const LATIN = "ABEZHIKMNOPTYXaeikopvux";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικορνυχ";

/**
 * The name in one alphabet, when look-alike letters of the other one are within; null when there is nothing to repair.
 * Greek first. A word that is Latin as a whole stays: a brand, or a surname from abroad.
 */
export function inOneAlphabet(name: string): string | null {
  const repaired = name
    .normalize("NFD")
    .replace(/[\p{L}\p{M}]+/gu, (word) => (isMixed(word) ? (asGreek(word) ?? asLatin(word) ?? word) : word))
    .normalize("NFC");
  return repaired === name.normalize("NFC") ? null : repaired;
}

/** The same for the words of one person: a short Latin-looking word beside Greek ones was meant in Greek too. */
export function personInOneAlphabet(name: string, otherName: string): string | null {
  const repaired = inOneAlphabet(name);
  if (repaired !== null) return repaired;
  const isAmongGreek = isGreek(otherName) && !hasLatin(otherName) && hasLatin(name);
  const greek = isAmongGreek ? asGreek(name.normalize("NFD"))?.normalize("NFC") : null;
  return greek && FIRST_NAMES.has(fold(greek)) ? greek : null;
}

const isGreek = (text: string): boolean => /\p{Script=Greek}/u.test(text);
const hasLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);
const isMixed = (word: string): boolean => isGreek(word) && hasLatin(word);

const asGreek = (word: string): string | null => rewritten(word, /\p{Script=Latin}/gu, LATIN, GREEK);
const asLatin = (word: string): string | null => rewritten(word, /\p{Script=Greek}/gu, GREEK, LATIN);

/** Null when a letter has no twin: it is no slip of the keyboard then. */
function rewritten(word: string, letters: RegExp, from: string, to: string): string | null {
  const twins = (word.match(letters) ?? []).every((letter) => from.includes(letter));
  return twins ? word.replace(letters, (letter) => to[from.indexOf(letter)] ?? letter) : null;
}

/** A first name stands where the surname should, and none where the first name should. */
export const areLikelySwapped = (lastName: string, firstName: string): boolean =>
  isFirstName(lastName) && firstName.trim() !== "" && !hasFirstName(firstName);

const isFirstName = (name: string): boolean => {
  const words = wordsIn(name);
  return words.length > 0 && words.every((word) => FIRST_NAMES.has(word));
};

const hasFirstName = (name: string): boolean => wordsIn(name).some((word) => FIRST_NAMES.has(word));

const wordsIn = (name: string): string[] => fold(name).match(/\p{L}+/gu) ?? [];

/** Two of one name are taken for one person unless their telephone numbers speak against it. */
export function mayBeSamePerson(phone: string | null, otherPhone: string | null): boolean {
  if (!phone?.trim() || !otherPhone?.trim()) return true;
  return stored(phone) === stored(otherPhone);
}

function stored(text: string): string {
  const phone = normalizePhone(text);
  return "e164" in phone ? phone.e164 : text;
}
