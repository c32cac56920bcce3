import { z } from "zod";
import { peopleWords } from "../../catalogue/people-words.ts";
import { LANGUAGES } from "../../text/languages.ts";

/** What people call the services, what is done elsewhere, and what they looked for in vain. Browser-safe. */

const ruling = { version: z.int(), changedAt: z.string().nullable(), changedBy: z.string().nullable() };

export const wordsRequest = z.strictObject({ words: peopleWords });
export type WordsRequest = z.infer<typeof wordsRequest>;
export const serviceWordsResponse = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  words: peopleWords,
  ...ruling,
});
export type ServiceWords = z.infer<typeof serviceWordsResponse>;

const answers = z
  .strictObject(
    Object.fromEntries(LANGUAGES.map((language) => [language, z.string().optional()])) as Record<
      (typeof LANGUAGES)[number],
      z.ZodOptional<z.ZodString>
    >,
  )
  .describe("Who does it, by language; at most 400 characters. Greek is needed, and stands for those that are missing");
const url = z.string().nullable().describe("Where it is done: begins with https://");

export const referralRequest = z.strictObject({ answers, words: peopleWords, url });
export type ReferralRequest = z.infer<typeof referralRequest>;
export const newReferralRequest = referralRequest.extend({ code: z.string() });
export type NewReferralRequest = z.infer<typeof newReferralRequest>;
export const referralResponse = z.object({ code: z.string(), answers, words: peopleWords, url, ...ruling });
export type ReferralState = z.infer<typeof referralResponse>;

export const missedWordResponse = z.object({
  word: z.string().describe("Without its ending"),
  askers: z.int().describe("Of this month and the last; at least five"),
});
export type MissedWord = z.infer<typeof missedWordResponse>;

export const wordsResponse = z.object({
  services: z.array(serviceWordsResponse),
  referrals: z.array(referralResponse),
  missed: z.array(missedWordResponse).describe("What nothing is found by, the most frequent first"),
});
export type Words = z.infer<typeof wordsResponse>;

export const wordsSearchResponse = z.object({
  found: z
    .array(
      z.object({
        service: z.string().nullable().describe("Its code; null: it is done elsewhere"),
        referral: z.string().nullable(),
        by: z.string().describe("The words that were nearest"),
      }),
    )
    .describe("As citizens find it, best first"),
  unknown: z.array(z.string()).describe("What of it nobody understands"),
});
export type WordsSearch = z.infer<typeof wordsSearchResponse>;
