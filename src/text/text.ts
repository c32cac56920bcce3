import type { CitizensCatalogue } from "./citizens-words.ts";
import plan from "./el/plan.json" with { type: "json" };
import shell from "./el/shell.json" with { type: "json" };
import table from "./el/table.json" with { type: "json" };
import type { besideGreek } from "./greek/beside-greek.ts";
import type { ministryGreek } from "./greek/ministry-greek.ts";
import type { pagesGreek } from "./greek/pages-greek.ts";
import type { server } from "./greek/server-greek.ts";
import type { GreekWords } from "./greek-words.ts";
import type { CitizensLanguage, CounterLanguage } from "./languages.ts";
import { say, type Values, type WordTree } from "./say.ts";

/** What the day says, and what is around every page, in Greek; English and what is said beside it, on other pages or by a server are added by those who need them. */
const el = { ...plan, ...shell, ...table };

type Words<Part extends keyof GreekWords> = {
  readonly [Section in Part]: { readonly [Key in keyof GreekWords[Section]]: EnglishOf<GreekWords[Section][Key]> };
};
type EnglishOf<Greek> = Greek extends string ? string : { readonly [Key in keyof Greek]: string };
type BesideCatalogue = Words<keyof typeof besideGreek>;
type PagesCatalogue = Words<keyof typeof pagesGreek>;
type MinistryCatalogue = Words<keyof typeof ministryGreek>;
/** The same words in another language: a key that it lacks does not compile. */
export type Catalogue = Words<keyof typeof el> & BesideCatalogue & PagesCatalogue & MinistryCatalogue;
export type ServerCatalogue = Words<keyof typeof server>;
export type LaterCatalogue = Words<"help"> | Words<"audit">;
/** In which the program's own pages are written. */
export type Language = "el" | "en";
/** Words of one language by their key, each with all the values that stand in it. */
export type Text = <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>) => string;
export type TextKey = keyof ValueNames;

type ValuesOf<Key extends TextKey> = [NameOf<Key>] extends [never]
  ? [values?: Values]
  : [values: Values & { readonly [Name in NameOf<Key>]: Name extends "count" ? number : string | number }];
type NameOf<Key extends TextKey> = Exclude<ValueNames[Key], "">;
type ValueNames = { readonly [Each in Word as Each[0]]: Each[1] } & {
  readonly [Each in Word as StemOf<Each[0]>]: Each[1] | "count";
};
type Word = WordIn<GreekWords>;
type WordIn<Tree, Before extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? [`${Before}${Key}`, Tree[Key]]
    : WordIn<Tree[Key], `${Before}${Key}.`>;
}[keyof Tree & string];
/** Of `waits_one` and `waits_other`, which are asked for as `waits` with a count. */
type StemOf<Key extends string> = Key extends `${infer Stem}_${"zero" | "one" | "other"}` ? Stem : never;

/** By language. */
const catalogues = new Map<CitizensLanguage, WordTree>([["el", el]]);

function add(language: CitizensLanguage, words: WordTree): void {
  const merged = new Map(Object.entries(catalogues.get(language) ?? {}));
  for (const [name, section] of Object.entries(words)) {
    const known = merged.get(name);
    const isPart = typeof known === "object" && typeof section === "object";
    merged.set(name, isPart ? { ...known, ...section } : section);
  }
  catalogues.set(language, Object.fromEntries(merged));
}

export function addWords(
  language: Language,
  words: Catalogue | BesideCatalogue | PagesCatalogue | MinistryCatalogue | ServerCatalogue | LaterCatalogue,
): void {
  add(language, words);
}

/** What citizens read in one more language. */
export function addCitizensWords(language: CounterLanguage, words: CitizensCatalogue): void {
  add(language, words as unknown as WordTree);
}

const texts = new Map<CitizensLanguage, Text>();

export function textIn(language: CitizensLanguage): Text {
  const text = texts.get(language) ?? makeText(language);
  texts.set(language, text);
  return text;
}

const makeText = (language: CitizensLanguage): Text =>
  ((key: string, values?: Values) => say(catalogues.get(language) ?? {}, language, [key], values)) as unknown as Text;

/** What is written in Greek, and perhaps in English, for whoever reads these words. */
export const inWordsOf = (t: Text, greek: string, english: string | null | undefined): string =>
  (texts.get("en") === t && english) || greek;

/** Words of a code that is only known at run time, such as a refusal's; the first key that has words wins. */
export const wordsOf = (language: CitizensLanguage, keys: readonly string[], values?: Values): string =>
  say(catalogues.get(language) ?? {}, language, keys, values);
