import { formsOf, slipsOf, type WordForms } from "./forms.ts";

/** How near two words are that meet in a way, from 0 to 1. */
const NEAR = { word: 1, stem: 0.95, sound: 0.9, soundStem: 0.84, slip: 0.6, skeleton: 0.62 } as const;
/** From so near on, two are endings or spellings of one word. */
export const SAME = NEAR.soundStem;

/** How near a word is whose beginning was typed: the more of it, the nearer. */
const beginning = (typed: string, whole: string): number => 0.4 + (0.4 * typed.length) / whole.length;
const SHORTEST_BEGINNING = 3;
const MOST_BEGUN = 60;
/** Of another ending than those that a stemmer knows: ensimat of ensima, втратила of втратив. */
const OTHER_ENDING = 0.68;
const LONGEST_ENDING = 3;
/** Of so few letters only the last may be another */
const SHORT = 5;

/** Words by number, and which of them are near a word that somebody typed. */
export interface Vocabulary {
  /** Words by their number, and how near they are */
  near(word: string): ReadonlyMap<number, number>;
}

export function vocabularyOf(words: readonly string[]): Vocabulary {
  const tables = { word: table(), stem: table(), sound: table(), soundStem: table(), skeleton: table(), slip: table() };
  words.forEach((word, number) => {
    const forms = formsOf(word);
    for (const [way, keys] of [...waysOf(forms), ["skeleton", forms.skeletons] as const])
      for (const key of keys) add(tables[way], key, number);
  });
  const sounds = [...tables.sound.keys()].sort();
  return {
    near: (word) => {
      const forms = formsOf(word);
      const found = new Map<number, number>();
      noteWays(found, tables, waysOf(forms));
      // Consonants alone say little of a word that is known as it stands.
      if (![...found.values()].some((nearness) => nearness >= SAME))
        noteWays(found, tables, [["skeleton", forms.skeletons]]);
      for (const key of forms.sounds) {
        for (const whole of beginningWith(sounds, key)) note(found, tables.sound.get(whole), beginning(key, whole));
        for (const like of otherEndings(sounds, key)) note(found, tables.sound.get(like), OTHER_ENDING);
      }
      return found;
    },
  };
}

type Way = keyof typeof NEAR;
type Table = Map<string, number[]>;
type Keys = readonly (readonly [Way, readonly string[]])[];

const table = (): Table => new Map();

const waysOf = ({ word, stem, sounds, soundStems }: WordForms): Keys => [
  ["word", [word]],
  ["stem", [stem]],
  ["sound", sounds],
  ["soundStem", soundStems],
  ["slip", soundStems.flatMap(slipsOf)],
];

function add(to: Table, key: string, number: number): void {
  const numbers = to.get(key);
  if (!numbers) to.set(key, [number]);
  else if (numbers.at(-1) !== number) numbers.push(number);
}

function noteWays(found: Map<number, number>, tables: Readonly<Record<Way, Table>>, ways: Keys): void {
  for (const [way, keys] of ways) for (const key of keys) note(found, tables[way].get(key), NEAR[way]);
}

function note(found: Map<number, number>, numbers: readonly number[] | undefined, nearness: number): void {
  for (const number of numbers ?? []) if (nearness > (found.get(number) ?? 0)) found.set(number, nearness);
}

function beginningWith(sorted: readonly string[], key: string): readonly string[] {
  if (key.length < SHORTEST_BEGINNING || /^\d+$/.test(key)) return [];
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && end - low < MOST_BEGUN && (sorted[end] as string).startsWith(key)) end++;
  return sorted.slice(low, end);
}

/** Words that share all of it but the ending. */
function otherEndings(sorted: readonly string[], key: string): readonly string[] {
  const begun = key.slice(0, key.length > SHORT ? -2 : -1);
  if (begun.length <= LONGEST_ENDING) return [];
  return beginningWith(sorted, begun).filter((whole) => whole.length <= begun.length + LONGEST_ENDING);
}
