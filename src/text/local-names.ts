import { type CitizensLanguage, isCounterLanguage, writingDirection } from "./languages.ts";

export interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

/**
 * What a service or an office is called before somebody who reads a language. Who reads neither Greek nor English gets both:
 * one to be understood, and the Greek one as it stands on the sign.
 */
export function localName({ name, nameEn }: Named, language: CitizensLanguage): string {
  if (language === "el" || !nameEn) return apart(name, language);
  return isCounterLanguage(language) ? apart(`${nameEn} (${name})`, language) : nameEn;
}

type OfBoth<Text> = (greek: Text, english: string | null | undefined, language: CitizensLanguage) => Text;

/** Words that exist in Greek, and perhaps in English: whoever reads no Greek gets those. */
export const inGreekOrEnglish: OfBoth<string> & OfBoth<string | null> = ((greek, english, language) => {
  const words = (language === "el" ? null : english) || greek;
  return words?.replaceAll(/^.+$/gm, (line) => apart(line, language)) ?? null;
}) as OfBoth<string | null> & OfBoth<string>;

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ["\u2068", "\u2069"];

/** Letters that run from left to right, so that they take no dot or bracket of a sentence that runs the other way along. */
export const apart = (text: string, language: CitizensLanguage): string =>
  writingDirection(language) === "rtl" ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
