import { LONGEST_PHRASE, MOST_PHRASES, type PeopleWords } from "../../catalogue/people-words.ts";
import { line, webAddress } from "../../offices/cells.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import { type CitizensLanguage, LANGUAGES } from "../../text/languages.ts";
import type { NewReferralRequest, ReferralRequest } from "./contract.ts";

/** What may stand as words of the people. Pure; the same answers for the form and the API. */

const LONGEST_ANSWER = 400;

/** Each phrase once in its language, without what is empty; languages without any are not named. */
export const tidyWords = (words: PeopleWords): PeopleWords =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const phrases = [...new Set((words[language] ?? []).map(tidy).filter((phrase) => phrase !== ""))];
      return phrases.length > 0 ? [[language, phrases]] : [];
    }),
  );

export const wordsErrors = (words: PeopleWords): FieldError[] =>
  LANGUAGES.flatMap((language) => phrasesErrors(language, words[language] ?? []));

function phrasesErrors(field: CitizensLanguage, phrases: readonly string[]): FieldError[] {
  if (phrases.length > MOST_PHRASES) return [{ field, code: "words-too-many", values: { max: MOST_PHRASES } }];
  const check = line(LONGEST_PHRASE);
  return phrases.flatMap((phrase): FieldError[] => {
    if (phrase.trim() === "") return [];
    const checked = check(phrase);
    if ("value" in checked) return [];
    return [{ field, code: checked.fault, ...(checked.values && { values: checked.values }) }];
  });
}

export function referralErrors({
  code,
  answers,
  words,
  url,
}: ReferralRequest & Partial<NewReferralRequest>): FieldError[] {
  const errors: FieldError[] = wordsErrors(words);
  if (code !== undefined && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(code))
    errors.push({ field: "code", code: "service-code-malformed" });
  if (!answers.el?.trim()) errors.push({ field: "answer", code: "field-required" });
  for (const answer of Object.values(answers)) errors.push(...faultOf("answer", line(LONGEST_ANSWER)(answer), answer));
  if (url?.trim()) errors.push(...faultOf("url", webAddress(url), url));
  return errors;
}

type Checked = ReturnType<ReturnType<typeof line>>;

function faultOf(field: string, checked: Checked, text: string | undefined): FieldError[] {
  if (!text?.trim() || "value" in checked) return [];
  return [{ field, code: checked.fault, ...(checked.values && { values: checked.values }) }];
}
