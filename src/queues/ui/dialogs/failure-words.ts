import { fieldFaults, sentenceOf } from "../../../kit/failure.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type Language, type Text, wordsOf } from "../../../text/text.ts";

/** Why nothing was changed; null: the fields say it themselves. */
export const problemBesideFields = (error: Error | null, t: Text): string | null =>
  error && Object.keys(fieldFaults(error)).length === 0 ? sentenceOf(error, t, t("shell.noAnswerForm")) : null;

/** What the page itself found wrong, in the same words. */
export const faultWords = (errors: readonly FieldError[], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(errors.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]));
