import type { PeopleWords } from "../../../catalogue/people-words.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { type CitizensLanguage, LANGUAGES } from "../../../text/languages.ts";
import type { ReferralRequest, ReferralState } from "../../words/contract.ts";

/** Words as they stand in a form: one a line, a field for each language. Pure. */
export const wordsTexts = (words: PeopleWords): Texts =>
  Object.fromEntries(LANGUAGES.map((language) => [language, (words[language] ?? []).join("\n")]));

export const wordsOfTexts = (texts: Texts): PeopleWords =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const phrases = (texts[language] ?? "").split("\n").flatMap((line) => line.trim() || []);
      return phrases.length > 0 ? [[language, phrases]] : [];
    }),
  );

export const countWords = (words: PeopleWords): number =>
  LANGUAGES.reduce((sum, language) => sum + (words[language] ?? []).length, 0);

/** The language of a word by its letters, as far as they tell: a stranger's word in Latin letters may be Greek. */
export function languageOfWord(word: string): CitizensLanguage {
  if (/\p{Script=Cyrillic}/u.test(word)) return "uk";
  if (/\p{Script=Arabic}/u.test(word)) return "ar";
  return /\p{Script=Greek}/u.test(word) ? "el" : "en";
}

/** Nothing is said twice. */
export const withWord = (words: PeopleWords, word: string): PeopleWords => {
  const language = languageOfWord(word);
  return { ...words, [language]: [...new Set([...(words[language] ?? []), word])] };
};

export const answerField = (language: CitizensLanguage): string => `answer-${language}`;

export const referralTexts = ({
  code,
  answers,
  words,
  url,
}: Omit<ReferralState, "version" | "changedAt" | "changedBy">) => ({
  code,
  url: url ?? "",
  ...wordsTexts(words),
  ...Object.fromEntries(LANGUAGES.map((language) => [answerField(language), answers[language] ?? ""])),
});

export const referralOfTexts = (texts: Texts): ReferralRequest => ({
  answers: Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const answer = texts[answerField(language)]?.trim();
      return answer ? [[language, answer]] : [];
    }),
  ),
  words: wordsOfTexts(texts),
  url: texts.url?.trim() || null,
});
