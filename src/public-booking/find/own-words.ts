import { memoizeByObject } from "../../platform/memoize.ts";
import { openSoundKeys, soundKeys, soundWords } from "../../platform/text/sound.ts";

/**
 * What is meant by words that a person typed as they came: what most of them name. A word names what has a word that
 * begins with it; or, where there is none, one with another ending, or one that sounds so (Greek in Latin letters). What
 * names nothing at all is passed over. A thousand offices are cached, and looked through for each who asks: their words are
 * read out of them once, and an item's text must always be the same.
 */
export function meantBy<Item extends object>(
  textOf: (item: Item) => string,
): (typed: string, items: readonly Item[]) => Item[] {
  const wordsOf = memoizeByObject((item: Item) => soundWords(textOf(item)).map((text): Word => ({ text, keys: null })));
  return (typed, items) => {
    const named = wordsTyped(typed)
      .map((word) => namedBy(word, items, wordsOf))
      .filter((found) => found.size > 0);
    const scored = items.map((item) => ({ item, score: named.filter((found) => found.has(item)).length }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ item }) => item);
  };
}

const MOST_WORDS = 8;
const MOST_READINGS = 6;

/** Without «με», «το», «σε», unless nothing else was typed. */
function wordsTyped(typed: string): string[] {
  const all = soundWords(typed).slice(0, MOST_WORDS);
  const telling = all.filter((word) => word.length > 2 || /\d/.test(word));
  return telling.length > 0 ? telling : all;
}

function namedBy<Item extends object>(
  word: string,
  items: readonly Item[],
  wordsOf: (item: Item) => readonly Word[],
): ReadonlySet<Item> {
  for (const way of WAYS) {
    const isMeant = way(word);
    const found = items.filter((item) => wordsOf(item).some(isMeant));
    if (found.length > 0) return new Set(found);
  }
  return new Set();
}

interface Word {
  readonly text: string;
  /** How it may sound; null: nobody has asked yet */
  keys: readonly string[] | null;
}

type Way = (word: string) => (other: Word) => boolean;

const asWritten: Way = (word) => (other) => other.text.startsWith(word);

const stemOf = (word: string): string => word.replace(/(ΟΥΣ?|ΩΝ|[ΑΕΗΙΟΥΩ]Σ?)$/, "");

/** Γιαλός for Γιαλού, Πειραιάς for Πειραιώς; of a short stem only another ending of the same word: γάμος for γάμου. */
const withAnotherEnding: Way = (word) => {
  const stem = stemOf(word);
  if (stem.length < 3 || stem === word) return () => false;
  return stem.length === 3 ? (other) => stemOf(other.text) === stem : (other) => other.text.startsWith(stem);
};

const asItSounds: Way = (word) => {
  if (/^\d+$/.test(word)) return () => false;
  const { keys, maybe } = openSoundKeys(word, MOST_READINGS);
  const sought = [...keys, ...maybe].filter((key) => key.length > 1);
  return (other) => {
    other.keys ??= soundKeys(other.text, MOST_READINGS);
    return other.keys.some((key) => sought.some((begin) => key.startsWith(begin)));
  };
};

const WAYS: readonly Way[] = [asWritten, withAnotherEnding, asItSounds];
