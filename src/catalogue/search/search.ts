import type { CitizensLanguage } from "../../text/languages.ts";
import { tellingWords } from "./filler-words.ts";
import { foldedWords } from "./folded-words.ts";
import { happeningOr } from "./happenings.ts";
import { type IndexedPhrase, rarity, type Searchable, type WordIndex, wordIndexOf } from "./word-index.ts";

export interface Found {
  readonly code: string;
  /** From 0 to 1 */
  readonly score: number;
  /** The phrase that was nearest */
  readonly by: string;
}

export interface CatalogueAnswer {
  /** Best first */
  readonly found: readonly Found[];
  /** Of the words that tell something, those that nothing here knows, as they were typed */
  readonly unknown: readonly string[];
}

/** @param language in which the pages are read; without it, all languages are alike */
export type CatalogueSearch = (typed: string, language?: CitizensLanguage) => CatalogueAnswer;

const LONGEST = 200;
const MOST_WORDS = 12;
/** A phrase that is meant whole counts, and so does each word that is found anywhere. */
const PHRASE = 0.5;
/** Of a phrase of which only a part was said */
const PART = 0.6;
/** Words of another language than the reader's may look like theirs and mean something else. */
const FOREIGN = 0.85;
/** Less is chance. */
const LEAST = 0.2;
/** Beside what is much better, nothing is shown. */
const LEAST_OF_BEST = 0.5;

/**
 * A search over all of these, made once: the whole query before single words, rare words before frequent ones, and every way
 * in which a word may be meant (written so, another ending, its sound, its beginning, a slip, Latin letters) in one score.
 */
export function searchOver(items: readonly Searchable[]): CatalogueSearch {
  const index = wordIndexOf(items);
  return (typed, language) => {
    const words = wordsTyped(typed.slice(0, LONGEST));
    const near = words.map(({ word }) => index.vocabulary.near(word));
    return {
      found: ranked(index, near, language),
      unknown: words.flatMap(({ as }, at) => (near[at]?.size === 0 ? [as] : [])),
    };
  };
}

interface TypedWord {
  readonly word: string;
  /** As it stood there */
  readonly as: string;
}

function wordsTyped(typed: string): TypedWord[] {
  const spoken = new Map(
    typed
      .split(/[^\p{L}\p{M}\p{N}'’.-]+/u)
      .flatMap((as) => foldedWords(as).map((word) => [word, as.replace(/^[.'’]+|[.'’]+$/gu, "")] as const)),
  );
  return [...new Set(tellingWords(foldedWords(typed)))]
    .slice(0, MOST_WORDS)
    .map((word) => ({ word: happeningOr(word), as: spoken.get(word) || word }));
}

type Near = readonly ReadonlyMap<number, number>[];

function ranked(index: WordIndex, near: Near, language: CitizensLanguage | undefined): Found[] {
  const { items, fields, rarityOfField } = index;
  const weights = near.map((numbers) => weightOf(index, numbers));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const { said, heard, anywhere, touched } = hitsOf(index, near, weights);
  const best = new Map<number, { score: number; by: IndexedPhrase }>();
  for (const at of touched) {
    const field = fields[at] as IndexedPhrase;
    const whole = Math.min(1, (heard[at] as number) / (rarityOfField[at] as number));
    const isForeign = language !== undefined && field.language !== null && field.language !== language;
    const told = ((said[at] as number) / all) * (PART + (1 - PART) * whole);
    const score = field.weight * told * (isForeign ? FOREIGN : 1);
    if (score > (best.get(field.item)?.score ?? 0)) best.set(field.item, { score, by: field });
  }
  const found = [...best].map(([item, { score, by }]) => ({
    code: (items[item] as Searchable).code,
    score: PHRASE * score + (1 - PHRASE) * ((anywhere[item] as number) / all),
    by: by.text,
  }));
  found.sort((a, b) => b.score - a.score);
  const least = Math.max(LEAST, (found[0]?.score ?? 0) * LEAST_OF_BEST);
  return found.filter(({ score }) => score >= least);
}

/** How much a typed word tells: as much as the word that is nearest. What nobody knows may still be what was meant. */
function weightOf({ items, rarityOfWord }: WordIndex, near: ReadonlyMap<number, number>): number {
  let nearest = 0;
  let weight = rarity(items.length, 1) / 2;
  for (const [number, nearness] of near)
    if (nearness > nearest) {
      nearest = nearness;
      weight = rarityOfWord[number] as number;
    }
  return weight;
}

/** By field: how much of the query it has, and how much of it the query says. By item: how much of the query any of its fields has. */
interface Hits {
  readonly said: Float64Array;
  readonly heard: Float64Array;
  readonly anywhere: Float64Array;
  readonly touched: Set<number>;
}

function hitsOf(index: WordIndex, near: Near, weights: readonly number[]): Hits {
  const [fields, items] = [index.fields.length, index.items.length];
  const hits: Hits = {
    said: new Float64Array(fields),
    heard: new Float64Array(fields),
    anywhere: new Float64Array(items),
    touched: new Set(),
  };
  near.forEach((numbers, at) => {
    // Of one typed word only the nearest counts, in each field and item.
    const best = { ofField: new Float64Array(fields), ofItem: new Float64Array(items) };
    for (const [number, nearness] of numbers)
      for (const field of index.fieldsOfWord[number] ?? [])
        noteHit(hits, best, { index, number, field, value: nearness * (weights[at] as number) });
  });
  return hits;
}

interface Hit {
  readonly index: WordIndex;
  readonly number: number;
  readonly field: number;
  readonly value: number;
}

function noteHit(
  { said, heard, anywhere, touched }: Hits,
  { ofField, ofItem }: { readonly ofField: Float64Array; readonly ofItem: Float64Array },
  { index, number, field, value }: Hit,
): void {
  const before = ofField[field] as number;
  if (value <= before) return;
  touched.add(field);
  if (before === 0) heard[field] = (heard[field] as number) + (index.rarityOfWord[number] as number);
  said[field] = (said[field] as number) + value - before;
  ofField[field] = value;
  const { item, weight } = index.fields[field] as IndexedPhrase;
  const more = value * weight - (ofItem[item] as number);
  if (more <= 0) return;
  anywhere[item] = (anywhere[item] as number) + more;
  ofItem[item] = value * weight;
}
