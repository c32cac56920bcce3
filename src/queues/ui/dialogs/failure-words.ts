import type { FieldError } from "../../../platform/refusal.ts";
import { type Language, wordsOf } from "../../../text/text.ts";

/** What the page itself found wrong, in words. */
export const faultWords = (errors: readonly FieldError[], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(errors.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]));
