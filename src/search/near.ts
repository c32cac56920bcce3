import { isPair, soundOfTry } from "../platform/text/sound.ts";
import type { SoughtWord } from "./wish.ts";

/** Second resort: the sounds of what a word may have been meant as, with the spouse's ending. */
export const otherEndings = ({ keys }: SoughtWord): readonly string[] => [
  ...unknown(
    keys,
    keys.slice(0, MOST_READINGS).flatMap((key) => {
      const [, stem = "", ending = ""] = /^(.{3,}?)(os|is|as|us|u)$/.exec(key) ?? [];
      return (ENDINGS[ending] ?? []).map((other) => stem + other);
    }),
  ),
];

/** Παπαδοπούλου may have come as Παπαδόπουλος, Ιωαννίδου as Ιωαννίδης. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  os: ["u", "i"],
  is: ["i", "u"],
  as: ["a"],
  us: ["u"],
  u: ["os", "is"],
};

/** The same with one slip of the finger: a letter wrong, missing, too many, two swapped. */
export function slips(word: SoughtWord): readonly string[] {
  const { text, keys } = word;
  if ((keys[0] ?? "").length < LEAST_SOUNDS || text.length > MOST_LETTERS) return [];
  const swapped = swaps([...text]).flatMap(soundOfTry);
  const near = [
    ...otherEndings(word),
    ...swapped,
    ...slipsInPairs(text),
    ...keys.slice(0, MOST_READINGS).flatMap(slipsOf),
  ];
  return shortest(unknown(keys, near));
}

const unknown = (keys: readonly string[], near: readonly string[]): Set<string> =>
  new Set(near.filter((key) => key.length >= 3 && !TWICE.test(key) && !keys.includes(key)));

/** No name sounds so: of two letters that sound alike one is left. */
const TWICE = /([a-z])\1/;

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
  const near = swaps(sounds);
  let [before, rest] = ["", key];
  for (const sound of sounds.slice(0, sounds.length >= LONG ? sounds.length : -1)) {
    const after = rest.slice(sound.length);
    near.push(before + after);
    for (const other of SOUNDS) near.push(before + other + rest, before + other + after);
    [before, rest] = [before + sound, after];
  }
  return near;
}

/**
 * Two letters that sound as one hide a slip of one of them from the sounds: ΚΟΙΑΤΣΟΥ is ΚΟΛΙΑΤΣΟΥ without its Λ, ΚΟΠΛΑΔΗΣ
 * may be ΚΟΙΛΑΔΗΣ.
 */
function slipsInPairs(text: string): string[] {
  const others = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    const [last, next] = [before.slice(-1), after.slice(0, 1)];
    const [isWithNext, isPaired] = [isPair(letter + next), isPair(letter + next) || isPair(last + letter)];
    if (isPair(last + next)) others.add(before + after);
    for (const other of LETTERS) {
      if (isWithNext) others.add(before + letter + other + after);
      if (isPaired || isPair(last + other) || isPair(other + next)) others.add(before + other + after);
    }
  }
  return [...others].flatMap(soundOfTry);
}

/** One of each sound */
const LETTERS = [..."ΑΒΓΔΕΖΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨ"];

const swaps = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, index) => letters.toSpliced(index, 2, letter, letters[index] ?? "").join(""));

/** A beginning finds all that its continuations would; the first ones, as many as are looked for. */
function shortest(all: ReadonlySet<string>): string[] {
  let least = Number.POSITIVE_INFINITY;
  for (const { length } of all) least = Math.min(least, length);
  const found: string[] = [];
  for (const key of all) {
    if (found.length === MOST_KEYS) break;
    let length = least;
    while (length < key.length && !all.has(key.slice(0, length))) length++;
    if (length === key.length) found.push(key);
  }
  return found;
}
