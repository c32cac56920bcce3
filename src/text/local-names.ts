import { inLanguage } from "./foreign.ts";
import { type CitizensLanguage, isCounterLanguage, writingDirection } from "./languages.ts";

export interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

/**
 * What a service or an office is called before somebody who reads a language. Who reads neither Greek nor English gets the
 * Greek name beside, as it stands on the sign and as the counter hears it.
 * @param own its name in that language; null: nobody has translated it
 */
export function localName({ name, nameEn }: Named, language: CitizensLanguage, own: string | null = null): string {
  const words = inGreekOrEnglish(name, nameEn, language, own);
  return isCounterLanguage(language) && (own || nameEn) ? `${words} (${greekAmong(name, language)})` : words;
}

interface OfAll {
  (greek: string, english: string | null | undefined, language: CitizensLanguage, own?: string | null): string;
  (
    greek: string | null,
    english: string | null | undefined,
    language: CitizensLanguage,
    own?: string | null,
  ): string | null;
}

/** Words that exist in Greek, and perhaps in English and in the reader's own language: the nearest that there are. */
export const inGreekOrEnglish: OfAll = ((greek, english, language, own) => {
  if (greek === null || language === "el") return greek;
  if (own) return own;
  const [words, of] = english ? [english, "en"] : [greek, "el"];
  return of === language ? words : words.replaceAll(/^.+$/gm, (line: string) => among(line, of, language));
}) as OfAll;

/**
 * Lines in the reader's language with the Greek ones beside, which help at the counter: each with its own where they are as
 * many, or else all of them behind.
 */
export function withGreekBeside(words: string | null, greek: string | null, language: CitizensLanguage): string | null {
  if (!words || !greek || !isCounterLanguage(language)) return words;
  const [lines, beside] = [words.split("\n"), greek.split("\n").map((line) => greekAmong(line, language))];
  if (lines.length !== beside.length) return [...lines, ...beside].join("\n");
  return lines.map((line, at) => (line === beside[at] ? line : `${line} (${beside[at]})`)).join("\n");
}

/** Greek words among those of a reader's language. */
export const greekAmong = (words: string, language: CitizensLanguage): string =>
  language === "el" || words.trim() === "" ? words : among(words, "el", language);

const among = (words: string, of: string, language: CitizensLanguage): string => inLanguage(apart(words, language), of);

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ["\u2068", "\u2069"];

/** Letters that run from left to right, so that they take no dot or bracket of a sentence that runs the other way along. */
export const apart = (text: string, language: CitizensLanguage): string =>
  writingDirection(language) === "rtl" ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
