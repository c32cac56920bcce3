import i18next, { type i18n, type TFunction } from "i18next";
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
export type Text = TFunction;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: GreekWords };
  }
}

const instance: i18n = i18next.createInstance();
instance.init({
  lng: "el",
  fallbackLng: false,
  keySeparator: ".",
  nsSeparator: false,
  resources: { el: { translation: el } },
  // React escapes, and so does every template of ours.
  interpolation: { escapeValue: false },
  initAsync: false,
});

export function addWords(
  language: Language,
  words: Catalogue | BesideCatalogue | PagesCatalogue | MinistryCatalogue | ServerCatalogue | LaterCatalogue,
): void {
  instance.addResourceBundle(language, "translation", words, true);
}

/** What citizens read in one more language. */
export function addCitizensWords(language: CounterLanguage, words: CitizensCatalogue): void {
  instance.addResourceBundle(language, "translation", words, true);
}

const texts = new Map<CitizensLanguage, Text>();

export function textIn(language: CitizensLanguage): Text {
  const text = texts.get(language) ?? rememberingText(instance.getFixedT(language));
  texts.set(language, text);
  return text;
}

/** More than there are keys: what is no key is not remembered for long */
const MOST_KEYS = 5_000;

/** Words into which nothing is put, or a count alone, are looked up once: a page says hundreds of them. */
function rememberingText(text: TFunction): Text {
  const words = new Map<string, string>();
  instance.store.on("added", () => words.clear());
  function look(name: string, key: string, values?: object): string {
    const looked = String(text(key as never, values as never));
    if (words.size >= MOST_KEYS) words.clear();
    words.set(name, looked);
    return looked;
  }
  const remembering = (key: string, values?: object): string => {
    const name = nameOf(key, values);
    return name === null ? String(text(key as never, values as never)) : (words.get(name) ?? look(name, key, values));
  };
  return remembering as unknown as Text;
}

/** Null: what is put into them is seldom put in again. */
function nameOf(key: unknown, values?: object): string | null {
  if (typeof key !== "string") return null;
  if (values === undefined) return key;
  const [only, ...others] = Object.keys(values);
  if (only !== "count" || others.length > 0 || !("count" in values)) return null;
  return typeof values.count === "number" ? `${key} ${values.count}` : null;
}

/** What is written in Greek, and perhaps in English, for whoever reads these words. */
export const inWordsOf = (t: Text, greek: string, english: string | null | undefined): string =>
  (texts.get("en") === t && english) || greek;

/** Words of a code that is only known at run time, such as a refusal's; the first key that has words wins. */
export const wordsOf = (
  language: CitizensLanguage,
  keys: readonly string[],
  values?: Readonly<Record<string, unknown>>,
): string => String(instance.t([...keys] as never, { ...values, lng: language } as never));
