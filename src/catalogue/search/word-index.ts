import type { SpokenPhrase } from "../people-words.ts";
import { tellingWords } from "./filler-words.ts";
import { foldedWords } from "./folded-words.ts";
import { happeningOr, isHappening } from "./happenings.ts";
import { SAME, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** What can be found: its names and the words of the people for it, each on its own, and what else is written of it. */
export interface Searchable {
  readonly code: string;
  readonly phrases: readonly SpokenPhrase[];
  /** Such as «Να έχετε μαζί σας» */
  readonly besides: readonly string[];
}

/** A phrase of something that can be found. */
export interface IndexedPhrase extends SpokenPhrase {
  /** By its number */
  readonly item: number;
  readonly weight: number;
  /** By their numbers, each once */
  readonly words: readonly number[];
}

export interface WordIndex {
  readonly items: readonly Searchable[];
  readonly fields: readonly IndexedPhrase[];
  /** Of each field, the rarity of its words together */
  readonly rarityOfField: readonly number[];
  readonly fieldsOfWord: readonly (readonly number[])[];
  /** Of each word: in the fewer items it stands, in whatever ending or spelling, the more it tells */
  readonly rarityOfWord: readonly number[];
  readonly vocabulary: Vocabulary;
}

/** What is only to be brought along names a service less than its own words do. */
const BESIDES = 0.35;
/** So much less tells what became of something than what it is. */
const HAPPENING = 0.5;

export function wordIndexOf(items: readonly Searchable[]): WordIndex {
  const numbers = new Map<string, number>();
  const fields = items.flatMap(({ phrases, besides }, item) => [
    ...phrases.map((phrase): IndexedPhrase => ({ ...phrase, item, weight: 1, words: numbered(phrase.text, numbers) })),
    ...besides.map(
      (text): IndexedPhrase => ({ text, language: null, item, weight: BESIDES, words: numbered(text, numbers) }),
    ),
  ]);
  const words = [...numbers.keys()];
  const vocabulary = vocabularyOf(words);
  const fieldsOfWord: number[][] = words.map(() => []);
  fields.forEach((field, at) => {
    for (const word of field.words) fieldsOfWord[word]?.push(at);
  });
  const itemsOfWord = fieldsOfWord.map((own) =>
    own.map((at) => fields[at] as IndexedPhrase).filter(({ weight }) => weight === 1),
  );
  const rarityOfWord = words.map((word) => {
    const same = [...vocabulary.near(word)].filter(([, nearness]) => nearness >= SAME);
    const naming = new Set(same.flatMap(([number]) => (itemsOfWord[number] ?? []).map(({ item }) => item)));
    return rarity(items.length, naming.size) * (isHappening(word) ? HAPPENING : 1);
  });
  const rarityOfField = fields.map((field) =>
    field.words.reduce((sum, word) => sum + (rarityOfWord[word] as number), 0),
  );
  return { items, fields, rarityOfField, fieldsOfWord, rarityOfWord, vocabulary };
}

export const rarity = (all: number, naming: number): number => Math.log(1 + all / Math.max(1, naming));

function numbered(text: string, numbers: Map<string, number>): number[] {
  const words = tellingWords(foldedWords(text))
    .map(happeningOr)
    .map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  return [...new Set(words)];
}
