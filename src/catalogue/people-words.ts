import { z } from "zod";
import { type CitizensLanguage, LANGUAGES } from "../text/languages.ts";

/** What people call something: words and phrases, by language. Browser-safe. */

const phrases = z.array(z.string().describe("At most 80 characters")).describe("At most 60");
export const peopleWords = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, phrases.optional()])) as Record<
    (typeof LANGUAGES)[number],
    z.ZodOptional<typeof phrases>
  >,
);
export type PeopleWords = z.infer<typeof peopleWords>;

export const LONGEST_PHRASE = 80;
export const MOST_PHRASES = 60;

export interface SpokenPhrase {
  readonly text: string;
  /** Null: whoever reads whichever language has it before them */
  readonly language: CitizensLanguage | null;
}

/** All of them, each with its language. */
export const allPhrases = (words: PeopleWords): SpokenPhrase[] =>
  LANGUAGES.flatMap((language) => (words[language] ?? []).map((text) => ({ text, language })));

/** What it is called officially. */
export const officialPhrases = (names: readonly string[]): SpokenPhrase[] =>
  names.map((text) => ({ text, language: null }));
