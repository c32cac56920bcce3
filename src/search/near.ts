import { isPair, soundKeys } from "../platform/text/sound.ts";
import type { SoughtWord } from "./wish.ts";

/** Second resort: the sounds of what a word may have been meant as, with the spouse's ending. */
export const otherEndings = ({ keys }: SoughtWord): string[] =>
  unknown(
    keys,
    keys.slice(0, MOST_READINGS).flatMap((key) => {
      const [, stem = "", ending = ""] = /^(.{3,}?)(os|is|as|us|u)$/.exec(key) ?? [];
      return (ENDINGS[ending] ?? []).map((other) => stem + other);
    }),
  );

/** Παπαδοπούλου may have come as Παπαδόπουλος, Ιωαννίδου as Ιωαννίδης. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  os: ["u", "i"],
  is: ["i", "u"],
  as: ["a"],
  us: ["u"],
  u: ["os", "is"],
};

/** The same with one slip of the finger: a letter wrong, missing, too many, two swapped. */
export function slips(word: SoughtWord): string[] {
  const { text, keys } = word;
  if ((keys[0] ?? "").length < LEAST_SOUNDS || text.length > MOST_LETTERS) return [];
  const swapped = swaps([...text]).flatMap((other) => soundKeys(other, 1));
  const near = [
    ...[...otherEndings(word), ...swapped, ...slipsInPairs(text)],
    ...keys.slice(0, MOST_READINGS).flatMap(slipsOf),
  ];
  return shortest(unknown(keys, near)).slice(0, MOST_KEYS);
}

const unknown = (keys: readonly string[], near: readonly string[]): string[] =>
  [...new Set(near)].filter((key) => key.length >= 3 && !keys.includes(key));

const LEAST_SOUNDS = 4;
/** The longest surnames have 25; of what is longer nobody looks for a slip, and there would be thousands. */
const MOST_LETTERS = 28;
/** From here on a wrong last letter leaves enough to go by. */
const LONG = 6;
const MOST_READINGS = 2;
const MOST_KEYS = 700;
/** Those that one letter makes */
const SOUNDS = [..."abdefghiklmnoprstuz8", "ks", "ps"];

function slipsOf(key: string): string[] {
  const sounds = key.match(/ks|ps|./gu) ?? [];
  const at = sounds.slice(0, sounds.length >= LONG ? sounds.length : -1).map((_, index) => index);
  return [
    ...swaps(sounds),
    ...at.map((index) => sounds.toSpliced(index, 1).join("")),
    ...at.flatMap((index) =>
      SOUNDS.flatMap((sound) => [0, 1].map((gone) => sounds.toSpliced(index, gone, sound).join(""))),
    ),
  ];
}

/**
 * Two letters that sound as one hide a slip of one of them from the sounds: ΚΟΙΑΤΣΟΥ is ΚΟΛΙΑΤΣΟΥ without its Λ, ΚΟΠΛΑΔΗΣ
 * may be ΚΟΙΛΑΔΗΣ.
 */
function slipsInPairs(text: string): string[] {
  const letters = [...text];
  const others = letters.flatMap((letter, at) => {
    const [before = "", after = ""] = [letters[at - 1], letters[at + 1]];
    const inPair = LETTERS.flatMap((other) => [
      ...(isPair(letter + after) ? [letters.toSpliced(at + 1, 0, other), letters.toSpliced(at, 1, other)] : []),
      ...(isPair(before + letter) ? [letters.toSpliced(at, 1, other)] : []),
    ]);
    const toPair = LETTERS.filter((other) => isPair(before + other) || isPair(other + after));
    return [
      ...inPair,
      ...toPair.map((other) => letters.toSpliced(at, 1, other)),
      ...(isPair(before + after) ? [letters.toSpliced(at, 1)] : []),
    ];
  });
  const texts = new Set(others.map((other) => other.join("")));
  return [...texts].flatMap((other) => soundKeys(other, 1));
}

/** One of each sound */
const LETTERS = [..."ΑΒΓΔΕΖΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨ"];

const swaps = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, index) => letters.toSpliced(index, 2, letter, letters[index] ?? "").join(""));

/** A beginning finds all that its continuations would. */
function shortest(keys: readonly string[]): string[] {
  const all = new Set(keys);
  const least = keys.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  return keys.filter((key) => {
    for (let length = least; length < key.length; length++) if (all.has(key.slice(0, length))) return false;
    return true;
  });
}
