import { openSoundKeys, soundWords } from "../platform/text/sound.ts";
import { LEAST_DIGITS, LEAST_LETTERS } from "./contract.ts";

/** A search, taken apart. */
export interface SearchWish {
  readonly words: readonly SoughtWord[];
  /** Digits that stand apart from words: of a telephone number or a reference */
  readonly digits: string;
}

/** The beginning of a word of a name, or all of it. */
export interface SoughtWord {
  readonly text: string;
  /** Its readings by sound, the likeliest first: Latin letters have several */
  readonly keys: readonly string[];
  /** Sounds that the last one may yet become, to be looked at closely */
  readonly maybe: readonly string[];
}

/** No name has more words, and each costs a look into the index. */
const MOST_WORDS = 8;
const MOST_READINGS = 12;

/** The text as PostgreSQL takes it: without NUL and half characters. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "").replace(/\s+/g, " ").trim();

/** Null when there is too little to go by, or more words than a name has. */
export function wishOf(text: string): SearchWish | null {
  const [letters, digits] = apart(text);
  const words = soundWords(letters).map(soughtWord);
  if (words.length > MOST_WORDS) return null;
  const isEnough = words.length > 0 ? lettersOf(words) >= LEAST_LETTERS : digits.length >= LEAST_DIGITS;
  return isEnough ? { words, digits } : null;
}

const lettersOf = (words: readonly SoughtWord[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** Of a number with more digits than a reference has: that may begin with two zeros. */
const ABROAD = /^00(?=\d{8})/;

/** Numbers are typed in any spacing; +30 and 0030 come before Greek ones. */
function apart(text: string): [letters: string, digits: string] {
  const numbers = /(?<![\p{L}\p{N}])[+\d][\d\s.\-/()]*(?![\p{L}\p{N}])/gu;
  const digits = [...text.matchAll(numbers)].map(([number]) => number.replace(/\D/g, "")).join("");
  return [text.replace(numbers, " "), digits.replace(ABROAD, "")];
}

function soughtWord(text: string): SoughtWord {
  return { text, ...openSoundKeys(text, MOST_READINGS) };
}
