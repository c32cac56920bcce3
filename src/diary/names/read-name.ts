import { fold } from "../../platform/text/fold.ts";
import { normalizePhone } from "../../platform/text/phone.ts";

/** Names as they are written in the cells of a diary, with titles, initials and telephone numbers. Pure. */

export interface WrittenName {
  readonly lastName: string;
  readonly firstName: string;
}

/**
 * «ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη», «Παπαδοπούλου, Ελένη»: the surname first, as lists are kept; «Γ. ΠΑΠΑΔΟΠΟΥΛΟΣ»: an initial
 * first. One word is a surname alone, whatever title it bears.
 */
export function readFullName(cell: string): WrittenName {
  const [before = "", ...after] = withoutTitles(cell)
    .split(",")
    .map((part) => part.trim());
  const firstName = after.filter(Boolean).join(", ");
  if (firstName) return { lastName: before, firstName };
  const words = wordsOf(before);
  const surname = words.findIndex((word) => !isInitial(word));
  if (surname > 0) return { lastName: joined(words.slice(surname)), firstName: joined(words.slice(0, surname)) };
  // «ΠΑΠΑΔΟΠΟΥΛΟΥ - ΓΕΩΡΓΙΟΥ Ελένη», «ντε Σίλβα Άννα»
  const dash = words.findIndex((word) => /^[-–]$/.test(word));
  const particles = words.findIndex((word) => !PARTICLES.test(word));
  const length = dash > 0 ? dash + 2 : Math.max(0, particles) + 1;
  return { lastName: joined(words.slice(0, length)), firstName: joined(words.slice(length)) };
}

const joined = (words: readonly string[]): string => words.join(" ").replace(/ [-–] /g, "-");

/** «κ.Παπαδόπουλος» and «Γ.Κ.» are several words. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\.(?=\p{L})/gu, ". ")
    .split(/\s+/)
    .filter(Boolean);

/** «Γ.», «Γ», «Χρ.», «Αικ.» */
const isInitial = (word: string): boolean => /^(\p{L}|\p{L}{1,5}\.)$/u.test(word.normalize("NFC"));

/** A surname that still begins with an initial is none. */
export const beginsWithInitial = (lastName: string): boolean => isInitial(wordsOf(lastName)[0] ?? "");

const TITLES = new Set(
  "ΚΑ ΚΟΣ ΚΟΝ ΚΥΡΙΑ ΚΥΡΙΟΣ ΚΥΡΙΟ ΚΥΡΙΑΣ ΚΥΡΙΟΥ Κ/Α ΔΙΣ ΔΙΔΑ ΔΕΣΠΟΙΝΙΣ ΔΡ MR MRS MS MISS DR".split(" "),
);
/** «κ.» is a title, and «Κ.» may be one or an initial: neither is a name that could be booked. */
const MAYBE_TITLE = "Κ";

export function withoutTitles(text: string): string {
  const words = wordsOf(text);
  const titleAt = (at: number) => fold(words.at(at) ?? "").replace(/[.,:]+$/, "");
  while (words.length > 0 && (TITLES.has(titleAt(0)) || titleAt(0) === MAYBE_TITLE)) words.shift();
  while (words.length > 1 && TITLES.has(titleAt(-1))) words.pop();
  return words.join(" ");
}

/** «Χ΄΄Πέτρου» is Χατζηπέτρου: nobody is found by two strokes. */
export const withoutStrokes = (name: string): string =>
  name.replace(/(?<!\p{L})[ΧX](?:΄΄|΄|''|´´|’’|′′|"|″|”|“)\s*(\p{Lu}\p{L}*)/gu, (_, rest: string) => {
    const isLarge = rest.length > 1 && rest === rest.toUpperCase();
    return isLarge ? `ΧΑΤΖΗ${rest}` : `Χατζη${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
  });

const DASH = "[\\s.\\-–—−‒‑]";
const GREEK = `[26](?:${DASH}?\\d){9}`;
/** Ten digits, though another number follows; else a longer one, with its country. */
const NUMBER = `${GREEK}(?:(?!${DASH}?\\d)|(?=${DASH}${GREEK}(?!\\d)))|(?:\\+|00)?\\d(?:${DASH}?\\d){9,14}`;
const PHONE = new RegExp(
  `[([]?\\s*(?:(?:τηλ[εέ]φωνο|τηλ|κινητ[οό]|κιν|σταθερ[οό])[.:]*\\s*)?(?<![\\d+])(${NUMBER})\\s*[)\\]]?`,
  "giu",
);
/** No name is longer; it is refused as it is. */
const LONGEST = 300;

/** «Παπαδοπούλου Ελένη, τηλ. 694 412 3456 (σύζυγος)»: the number goes where numbers belong. */
export function takePhones(text: string): { readonly name: string; readonly phones: readonly string[] } {
  if (text.length > LONGEST || !/\d/.test(text)) return { name: text, phones: [] };
  const phones: string[] = [];
  const name = text.replace(PHONE, (whole, written: string) => {
    const number = written.replace(/[–—−‒‑]/g, "-");
    if (!("e164" in normalizePhone(number))) return whole;
    phones.push(number);
    return " ";
  });
  return phones.length === 0 ? { name: text, phones } : { name: trimmed(name), phones };
}

/** Each telephone on a line of its own, for what stands before and behind it to be read apart. */
export function splitAtPhones(text: string): string {
  if (text.length > LONGEST || !/\d/.test(text)) return text;
  return text.replace(PHONE, (whole, written: string) =>
    "e164" in normalizePhone(written.replace(/[–—−‒‑]/g, "-")) ? `\n${written}\n` : whole,
  );
}

const trimmed = (text: string): string =>
  text.replace(/^[\s,;:/|–-]+|[\s,;:/|–-]+$/g, "").replace(/^\(([^()]*)\)$/, "$1");

const PARTICLES = /^(?:ντ[εαιοη]|του|της|των|ντελ|de|del|della|di|da|dos|van|von|der|den|el|al|la|le|bin|ibn|ben)$/iu;

/** «Λυγαριά Άννα γνήσιο»: after names with capitals a word without one is something else. */
export function hasRemark({ lastName, firstName }: WrittenName): boolean {
  const [first = "", ...others] = wordsOf(`${lastName} ${firstName}`);
  return /^\p{Lu}/u.test(first) && others.some((word) => /^\p{Ll}/u.test(word) && !PARTICLES.test(word));
}

/** Two people, a remark, a number: a name that nobody bears. */
export const hasMoreThanName = (name: string): boolean =>
  /[^\p{L}\p{M}\s.'’‘ʼ`´΄᾽\-–/]|\s\/|\/\s|(^|\s)(κα[ιί]|ή|and)(\s|$)/iu.test(name);

/** Greek that was read in another alphabet: «¶ννα», «’ννα», «ÐáðÜò». */
export const isDamaged = (name: string): boolean =>
  /[¶\ufffd]|(^|\s)[’‘]\p{Script=Greek}/u.test(name) || (/[\u00c0-\u00ff]{4}/.test(name) && !/[a-z]/i.test(name));
