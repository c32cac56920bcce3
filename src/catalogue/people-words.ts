import { z } from "zod";
import { LANGUAGES } from "../text/languages.ts";

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

/** All of them, whatever the language. */
export const allPhrases = (words: PeopleWords): string[] => LANGUAGES.flatMap((language) => words[language] ?? []);
