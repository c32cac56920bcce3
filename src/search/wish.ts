import { joinedWords } from "../appointments/names/joined-words.ts";
import { afmWord, phoneWord } from "../appointments/names/search-words.ts";
import { fold } from "../platform/text/fold.ts";
import { plainNumber } from "../platform/text/phone.ts";
import { openSoundKeys, soundWords } from "../platform/text/sound.ts";
import { LEAST_DIGITS, LEAST_LETTERS } from "./contract.ts";
import { otherForms } from "./short-names.ts";
import { hasSignsAmongLetters, SIGNS } from "./signs.ts";

/** A search, taken apart. */
export interface SearchWish {
  readonly words: readonly SoughtWord[];
  /** Two words that may be one, and all of them */
  readonly joined: readonly JoinedWords[];
  /** Digits that stand apart from words: of a telephone number, a tax number or a reference */
  readonly digits: string;
  /** What a stored number begins with, if these are its first digits */
  readonly numbers: readonly string[];
  /** What was typed with signs such as % among its letters, folded */
  readonly withSigns: readonly string[];
  /** Too little to go by, unless it stands so in a name */
  readonly isOnlySigns: boolean;
}

/** The beginning of a word of a name, or all of it. */
export interface SoughtWord {
  readonly text: string;
  /** Its readings by sound, the likeliest first: Latin letters have several */
  readonly keys: readonly string[];
  /** Sounds that the last one may yet become, to be looked at closely */
  readonly maybe: readonly string[];
  /** As whom else the same first name may be written: whole sounds */
  readonly others: readonly string[];
  /** «zzzz» sounds as any beginning with ζ: only what is written so is meant */
  readonly isLetterOnly: boolean;
}

/** In place of the words from `from` to `to`, half-open. */
export interface JoinedWords {
  readonly word: SoughtWord;
  readonly from: number;
  readonly to: number;
}

/** No name has more words, and each costs a look into the index. */
const MOST_WORDS = 8;
const MOST_READINGS = 12;
/** Of words that may be one */
const MOST_JOINED_READINGS = 3;

/** The text as PostgreSQL takes it: without NUL and half characters; and without what nobody sees. */
export const storable = (text: string): string =>
  plainNumber(text.toWellFormed().replaceAll("\0", "")).replace(/\s+/g, " ").trim();

/** Null when there is too little to go by, or more words than a name has. */
export function wishOf(text: string): SearchWish | null {
  const { letters, digits, numbers } = apart(text);
  const words = soundWords(letters).map(soughtWord);
  if (words.length > MOST_WORDS) return null;
  const withSigns = fold(letters).split(" ").filter(hasSignsAmongLetters);
  const isEnough = words.length > 0 ? lettersOf(words) >= LEAST_LETTERS : digits.length >= LEAST_DIGITS;
  if (!isEnough && (words.length === 0 || withSigns.length === 0)) return null;
  return { words, joined: joinedOf(words), digits, numbers, withSigns, isOnlySigns: !isEnough };
}

const lettersOf = (words: readonly SoughtWord[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** Numbers are typed in any spacing; +30 and 0030 come before Greek ones. */
const NUMBERS = new RegExp(String.raw`(?<![\p{L}\p{N}${SIGNS}])[+\d][\d\s.\-/()]*(?![\p{L}\p{N}${SIGNS}+])`, "gu");
/** «ΑΦΜ 094259216», «EL094259216», «τηλ. 694…» */
const LABELS = /(?<!\p{L})(?:(?:α\.?φ\.?μ|τηλ|κιν)[.:]*\s*(?=[(+]*\d{3})|(?:el|gr)(?=\d{9}(?!\d)))/giu;

/** Of a number with more digits than a reference has: that may begin with two zeros. */
const ABROAD = /^00(?=\d{8})/;

function apart(typed: string): Pick<SearchWish, "digits" | "numbers"> & { readonly letters: string } {
  const text = typed.replace(LABELS, " ");
  const found = [...text.matchAll(NUMBERS)].map(([number]) => number);
  const digits = found.map((number) => number.replace(/\D/g, "")).join("");
  const numbers = found.length === 1 ? beginningsOf(digits, found.join("").includes("+")) : [];
  return { letters: text.replace(NUMBERS, " "), digits: digits.replace(ABROAD, ""), numbers };
}

function beginningsOf(digits: string, hasPlus: boolean): string[] {
  const abroad = digits.replace(/^00/, "");
  const isWithCountry = hasPlus || abroad !== digits || /^30[2-9]/.test(digits);
  return [phoneWord(isWithCountry ? `+${abroad}` : digits), afmWord(digits)];
}

const soughtWord = (text: string): SoughtWord => {
  const word = wordRead(text, MOST_READINGS);
  return { ...word, others: otherForms(text, word.keys) };
};

function wordRead(text: string, readings: number): SoughtWord {
  const { keys, maybe } = openSoundKeys(text, readings);
  const isLetterOnly = /^(\p{L})\1+$/u.test(text) || (text.length > 2 && keys[0]?.length === 1);
  return { text, keys, maybe, others: [], isLetterOnly };
}

const joinedOf = (words: readonly SoughtWord[]): JoinedWords[] =>
  joinedWords(
    words.map(({ text }) => text),
    MOST_WORDS,
  ).map(({ text, from, to }) => ({ word: wordRead(text, MOST_JOINED_READINGS), from, to }));
