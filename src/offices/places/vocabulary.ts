import { soundKeys } from "../../platform/text/sound.ts";
import { slipped } from "./slips.ts";
import { qualifierOf, type Term } from "./terms.ts";

/** All words by which places are called, and which of them somebody means. Pure. */

export interface PlaceWord extends Term {
  readonly id: number;
  readonly keys: readonly string[];
  readonly soundStems: readonly string[];
}

export interface PlaceVocabulary {
  /** By `nameOf` of their terms */
  readonly words: ReadonlyMap<string, PlaceWord>;
  readonly byWord: Way;
  readonly byStem: Way;
  readonly byKey: Way;
  readonly bySoundStem: Way;
}

export const nameOfTerm = ({ word, qualifier }: Term): string => `${qualifier ?? ""} ${word}`;

const MOST_READINGS = 6;
const SAME = 1;
const SAME_STEM = 0.96;
const SAME_SOUND = 0.93;
const SAME_SOUND_STEM = 0.9;
const BEGINS = 0.75;
const STEM_BEGINS = 0.7;
const SOUND_BEGINS = 0.65;
/** Beside a whole word what only begins so is hardly meant: Θεσσαλία is no Θεσσαλονίκη */
const BESIDE_WHOLE = 0.4;
/** Σμύρνη alone may be Νέα Σμύρνη */
const WITHOUT_QUALIFIER = 0.94;
/** Νέα Σμύρνη is no Σμύρνη, and only near it */
export const NEAR = 0.4;

/** Each word once. */
export function placeVocabularyOf(terms: readonly Term[]): PlaceVocabulary {
  const distinctTerms = new Map(terms.map((term) => [nameOfTerm(term), term]));
  const words = [...distinctTerms.values()].map(({ word, qualifier }, id): PlaceWord => {
    const keys = soundsOf(word);
    return { word, qualifier, id, keys, soundStems: distinct(keys.flatMap(soundStemsOf)) };
  });
  return {
    words: new Map(words.map((word) => [nameOfTerm(word), word])),
    byWord: wayBy(words, ({ word }) => [word]),
    byStem: wayBy(words, ({ word }) => stemsOf(word)),
    byKey: wayBy(words, ({ keys }) => keys),
    bySoundStem: wayBy(words, ({ soundStems }) => soundStems),
  };
}

type Way = ReadonlyMap<string, readonly PlaceWord[]>;

function wayBy(words: readonly PlaceWord[], keysOf: (word: PlaceWord) => readonly string[]): Way {
  const way = new Map<string, PlaceWord[]>();
  for (const word of words) {
    for (const key of keysOf(word)) {
      const list = way.get(key);
      if (list) list.push(word);
      else way.set(key, [word]);
    }
  }
  return way;
}

/** How surely each word is meant, from 0 to 1, by its number. */
export function wordsMeant({ words, ...ways }: PlaceVocabulary, term: Term): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const sought = soughtOf(term);
  const all = (way: Way, keys: readonly string[], sureness: number) => {
    for (const key of keys) for (const word of way.get(key) ?? []) note(found, term, word, sureness);
  };
  all(ways.byWord, [term.word], SAME);
  eachStem(sought.stems, term.word, (stem, cut) => all(ways.byStem, [stem], SAME_STEM - cut));
  all(ways.byKey, sought.keys, SAME_SOUND);
  eachStem(sought.soundStems, sought.keys[0] ?? "", (stem, cut) =>
    all(ways.bySoundStem, [stem], SAME_SOUND_STEM - cut),
  );
  if (isDigits(term.word)) return found;
  const beside = [...found.values()].some((sure) => sure > BEGINS) ? BESIDE_WHOLE : 1;
  for (const word of words.values()) note(found, term, word, begun(sought, word) * beside);
  const lone = qualifierOf(term.word);
  if (lone) for (const { id, qualifier } of words.values()) if (qualifier === lone) found.set(id, BEGINS);
  if ([...found.values()].every((sure) => sure <= NEAR))
    for (const word of words.values()) note(found, term, word, slipped(sought.soundStems, word.soundStems));
  return found;
}

/** Of several ways the surest counts. */
function note(found: Map<number, number>, term: Term, word: PlaceWord, sureness: number): void {
  const sure = sureness * qualified(term, word);
  if (sure > (found.get(word.id) ?? 0)) found.set(word.id, sure);
}

const OF_LETTER = 0.03;

/** With what is lost by each: Ολυμπία and Ολυμπίας differ by less than Ολυμπία and Όλυμπος. */
function eachStem(stems: readonly string[], word: string, visit: (stem: string, cut: number) => void): void {
  for (const stem of stems) visit(stem, Math.max(0, word.length - stem.length) * OF_LETTER);
}

interface Sought {
  readonly word: string;
  readonly keys: readonly string[];
  readonly stems: readonly string[];
  readonly soundStems: readonly string[];
  /** Of those long enough to be a beginning */
  readonly stemsBegin: readonly string[];
  readonly soundsBegin: readonly string[];
}

const LONG_ENOUGH = 4;

function soughtOf({ word }: Term): Sought {
  const keys = soundsOf(word);
  const stems = stemsOf(word);
  const soundStems = distinct(keys.flatMap(soundStemsOf));
  const long = (texts: readonly string[]) => texts.filter(({ length }) => length >= LONG_ENOUGH);
  return { word, keys, stems, soundStems, stemsBegin: long(stems), soundsBegin: long([...keys, ...soundStems]) };
}

/** How surely a word is meant by its beginning; 0: it begins otherwise. */
function begun({ word, stemsBegin, soundsBegin }: Sought, entry: PlaceWord): number {
  if (word.length >= LONG_ENOUGH - 1 && entry.word.startsWith(word)) return BEGINS;
  if (stemsBegin.some((stem) => entry.word.startsWith(stem))) return STEM_BEGINS;
  return entry.keys.some((key) => soundsBegin.some((sound) => key.startsWith(sound))) ? SOUND_BEGINS : 0;
}

function qualified(term: Term, entry: PlaceWord): number {
  if (term.qualifier === entry.qualifier) return 1;
  return term.qualifier === null ? WITHOUT_QUALIFIER : NEAR;
}

const isDigits = (word: string): boolean => /^\d+$/.test(word);
const soundsOf = (word: string): string[] => (isDigits(word) ? [] : soundKeys(word, MOST_READINGS));
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Of towns, and of those who live in them: Αθήνα, Αθηνών, Αθηναίων. */
const ENDINGS = /(ΑΙΩΝ|ΙΤΩΝ|ΙΩΝ|ΕΩΝ|ΕΩΣ|ΟΥΣ|[ΑΕΗΙΟΥΩ]Σ|ΟΥ|ΟΙ|[ΩΟ]Ν|ΟΣ|ΙΑ|[ΑΕΗΙΟΥΩ])$/;
const SOUND_ENDINGS = /(eon|iton|ion|eos|us|[aeiou]s|on|ia|[aeiou])$/;

/** Long endings and short ones: Χανιά and Χανίων have Χανι in common. */
const stemsOf = (word: string): string[] => cut(word, ENDINGS, ["Σ", "ΩΝ", "ΟΥ", "Α", "Η", "Ο", "Ι", "ΑΣ", "ΗΣ", "ΟΣ"]);
const soundStemsOf = (key: string): string[] =>
  cut(key, SOUND_ENDINGS, ["s", "on", "u", "a", "i", "o", "as", "is", "os", "e"]);

function cut(word: string, endings: RegExp, more: readonly string[]): string[] {
  if (isDigits(word)) return [word];
  const shortest = word.length <= 4 ? 2 : 3;
  const whole = word.replace(endings, "");
  const others = more.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return distinct([word, whole, ...others]).filter((stem) => stem.length >= shortest);
}
