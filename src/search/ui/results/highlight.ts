import { fold } from "../../../platform/text/fold.ts";
import { openSoundKeys, soundKeys, soundWords } from "../../../platform/text/sound.ts";

/** A name or number in parts: what the search found of it, and the rest. Pure. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const READINGS = 8;
/** Fewer letters than these are found within too many words to mean anything. */
const SHORTEST_WITHIN = 3;

/** Each word of the name as far as it was typed, however it was spelt. */
export function foundInName(written: string, sought: readonly string[]): Piece[] {
  const name = written.normalize("NFC");
  const words = [...new Set(sought.flatMap(wordsOf))];
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: word, index } of name.matchAll(WORD)) {
    const [from, to] = longest(words.map((each) => spanIn(word, each)));
    pieces.push({ text: name.slice(done, index + from), isFound: false });
    pieces.push({ text: word.slice(from, to), isFound: true });
    done = index + to;
  }
  return [...pieces, { text: name.slice(done), isFound: false }].filter(({ text }) => text !== "");
}

/** The digits typed, whatever stands between them; people remember the last ones. */
export function foundInDigits(number: string, typed: string): Piece[] {
  const sought = typed.replace(/^[^\d+]*(\+|00)30/, "").replace(/\D/g, "");
  const places = [...number.matchAll(/\d/g)].map(({ index }) => index);
  const at = sought.length < SHORTEST_WITHIN ? -1 : number.replace(/\D/g, "").lastIndexOf(sought);
  const [first, last] = [places[at], places[at + sought.length - 1]];
  if (first === undefined || last === undefined) return [{ text: number, isFound: false }];
  const parts = [number.slice(0, first), number.slice(first, last + 1), number.slice(last + 1)];
  return parts.map((text, index) => ({ text, isFound: index === 1 })).filter(({ text }) => text !== "");
}

export const isFoundInDigits = (number: string, typed: string): boolean =>
  foundInDigits(number, typed).some(({ isFound }) => isFound);

/** Neighbours too as one word: Χατζή Πέτρου is Χατζηπέτρου. */
function wordsOf(sought: string): string[] {
  const words = soundWords(sought);
  return [...words, ...words.slice(1).map((word, index) => `${words[index]}${word}`)];
}

type Span = readonly [from: number, to: number];

const NOTHING: Span = [0, 0];

const longest = (spans: readonly Span[]): Span =>
  spans.reduce((best, span) => (span[1] - span[0] > best[1] - best[0] ? span : best), NOTHING);

/** The beginning of the word as it is written, or what is within it, or else what sounds like its beginning. */
function spanIn(word: string, sought: string): Span {
  const letters = [...word].map((letter) => fold(letter)[0] ?? "");
  const at = letters.length === word.length ? letters.join("").indexOf(sought) : -1;
  if (at === 0 || (at > 0 && sought.length >= SHORTEST_WITHIN)) return [at, at + sought.length];
  return [0, lengthThatSounds(fold(word), sought, word.length)];
}

function lengthThatSounds(word: string, sought: string, most: number): number {
  const wanted = openSoundKeys(sought, READINGS).keys;
  for (let length = 1; length <= Math.min(word.length, most); length++) {
    const [heard = ""] = soundKeys(word.slice(0, length), 1);
    if (wanted.some((key) => heard.startsWith(key))) return length;
  }
  return 0;
}
