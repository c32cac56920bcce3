import { soundKeys } from "../platform/text/sound.ts";
import { MATCHES } from "./contract.ts";
import type { NameWord } from "./name-words.ts";
import type { JoinedWords, SoughtWord } from "./wish.ts";

/** The rank of names that answer a search: the smaller the better, the earlier numbers first. */
export interface Match {
  readonly match: (typeof MATCHES)[number];
  readonly rank: readonly number[];
}

export interface SoughtWithNear extends SoughtWord {
  /** Sounds that it may have been meant as; empty at first resort */
  readonly near: ReadonlySet<string>;
}

/** The words as they were typed, and in place of some of them what they are when written together. */
export interface SoughtWords {
  readonly words: readonly SoughtWithNear[];
  readonly joined: readonly JoinedWords[];
}

/**
 * Tells of names how well they answer a search: null unless every word sought is the beginning of a word of its own among
 * them, in any order. Many people share a name: each is looked at once.
 */
export function matcherOf({ words, joined }: SoughtWords): (names: readonly (readonly NameWord[])[]) => Match | null {
  const pairsOf = words.map(pairsWith);
  const ofJoined = joined.map(({ word, from, to }) => ({
    from,
    to,
    pairsOf: pairsWith({ ...word, near: NOTHING_NEAR }, from),
  }));
  return (names) => {
    const pairs = pairsOf.map((ofWord) => names.flatMap(ofWord));
    const match = matchEach(pairs);
    if (match) return match;
    for (const { from, to, pairsOf } of ofJoined) {
      // The words beside it still have to be found.
      if (pairs.some((each, at) => each.length === 0 && (at < from || at >= to))) continue;
      const together = names.flatMap(pairsOf);
      const fewer = together.length > 0 ? matchEach(pairs.toSpliced(from, to - from, together)) : null;
      if (fewer) return fewer;
    }
    return null;
  };
}

const NOTHING_NEAR: ReadonlySet<string> = new Set();

/** A word of a name that a word sought may mean. */
interface Pair {
  /** Which one, by its number among those sought; of several in one, the first's */
  readonly at: number;
  readonly name: NameWord;
  readonly rank: Rank;
  readonly length: number;
}

/** Of a name, by the list that `wordsOfNames` has of it. */
function pairsWith(word: SoughtWithNear, at: number): (name: readonly NameWord[]) => readonly Pair[] {
  const known = new Map<readonly NameWord[], readonly Pair[]>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const pairs = name.flatMap((part) => {
      const rank = pairRank(word, part);
      return rank ? [{ at, name: part, rank, length: word.text.length }] : [];
    });
    known.set(name, pairs);
    return pairs;
  };
}

/** The best pair first, and so on with what is left. */
function matchEach(pairs: readonly (readonly Pair[])[]): Match | null {
  if (pairs.some((each) => each.length === 0)) return null;
  const all = pairs.flat().sort((a, b) => compareRanks(a.rank, b.rank) || b.length - a.length);
  const chosen: Pair[] = [];
  for (const pair of all)
    if (!chosen.some(({ at, name }) => at === pair.at || isOfSame(name, pair.name))) chosen.push(pair);
  return chosen.length < pairs.length ? null : combined(chosen);
}

/** One word of a name answers one that is sought, by itself or joined to others. */
const isOfSame = (a: NameWord, b: NameWord): boolean => a === b || (a.of === b.of && a.from < b.to && b.from < a.to);

type Rank = readonly [kind: number, distance: number, isPart: number, isNotSurname: number, reading: number];

function combined(pairs: readonly Pair[]): Match | null {
  // One slip, not one in each word.
  if (pairs.filter(({ rank }) => rank[0] === NEAR).length > 1) return null;
  let [kind, distance, isPart, isNotSurname, reading, isNotFirst] = [0, 0, 0, 0, 0, 1];
  for (const { at, name, rank } of pairs) {
    kind = Math.max(kind, rank[0]);
    distance += rank[1];
    isPart += rank[2];
    isNotSurname += rank[3];
    reading += rank[4];
    if (at === 0 && name.of === "last") isNotFirst = 0;
  }
  return { match: MATCHES[kind] ?? "near", rank: [kind, distance, isPart, isNotSurname, reading, isNotFirst] };
}

const [WRITTEN, SOUND, NEAR] = [0, 1, 2];
const [WHOLE, BEGINNING, WITHIN] = [0, 1, 2];

function pairRank(sought: SoughtWithNear, name: NameWord): Rank | null {
  const found = kindOf(sought, name);
  if (!found) return null;
  const isNotSurname = name.of === "last" ? 0 : 1;
  const [kind, distance, part, reading] = found;
  return [kind, distance, Math.max(part, LEAST_PART[name.kind]), isNotSurname, reading];
}

/** What is written together or apart otherwise than it was typed comes after what is written so. */
const LEAST_PART: Readonly<Record<NameWord["kind"], number>> = {
  word: WHOLE,
  joined: BEGINNING,
  apart: BEGINNING,
  second: WITHIN,
};

type Found = readonly [kind: number, distance: number, part: number, reading: number];

function kindOf(sought: SoughtWithNear, name: NameWord): Found | null {
  if (name.text.startsWith(sought.text))
    return [WRITTEN, 0, name.text.length === sought.text.length ? WHOLE : BEGINNING, 0];
  if (name.text.includes(sought.text) && sought.text.length > 3) return [WRITTEN, 0, WITHIN, 0];
  if (sought.isLetterOnly) return null;
  const reading = sought.keys.findIndex((key) => name.keys.some((sound) => sound.startsWith(key)));
  if (reading >= 0) return [SOUND, 0, name.keys.includes(sought.keys[reading] ?? "") ? WHOLE : BEGINNING, reading];
  if (soundsUnfinished(sought, name)) return [SOUND, 0, BEGINNING, 0];
  const inside = sought.keys.findIndex((key) => key.length > 3 && name.keys.some((sound) => sound.includes(key)));
  if (inside >= 0) return [SOUND, 0, WITHIN, inside];
  if (name.of === "first" && name.keys.some((sound) => sought.others.includes(sound))) return [SOUND, 1, WHOLE, 0];
  return isNear(sought, name) ? [NEAR, distance(sought.text, name), BEGINNING, 0] : null;
}

/** ΠΑ is the beginning of ΠΑΙΔΗΣ, which sounds «pedis»: some beginning of the name sounds as what was typed. */
function soundsUnfinished(sought: SoughtWithNear, name: NameWord): boolean {
  if (!sought.maybe.some((key) => name.keys.some((sound) => sound.startsWith(key)))) return false;
  const beginnings = Array.from({ length: name.text.length }, (_, index) => name.text.slice(0, index + 1));
  return beginnings.some((text) => soundKeys(text, 1).some((key) => sought.keys.includes(key)));
}

const isNear = ({ near }: SoughtWithNear, name: NameWord): boolean =>
  near.size > 0 &&
  name.keys.some((sound) => Array.from(sound, (_, index) => sound.slice(0, index + 1)).some((key) => near.has(key)));

/** Slips between what was typed and the nearest beginning of the name's sound, twice; a longer name is a little farther. */
function distance(text: string, name: NameWord): number {
  const [typed = ""] = soundKeys(text, 1);
  const each = name.keys.map((sound) => {
    const beginnings = [-1, 0, 1].map((more) => sound.slice(0, typed.length + more));
    return (
      2 * Math.min(...beginnings.map((part) => slipsBetween(typed, part))) + (sound.length > typed.length + 1 ? 1 : 0)
    );
  });
  return Math.min(...each);
}

function slipsBetween(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      next.push(isSwapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
