import type { FieldError } from "../../platform/refusal.ts";
import { type Language, type Text, wordsOf } from "../../text/text.ts";
import { ApiProblem, NoConnection } from "../../web/api.ts";

/** Why nothing was changed, in one sentence; null: the fields say it themselves. */
export function sentenceOf(error: Error | null, t: Text): string | null {
  if (error === null) return null;
  if (error instanceof NoConnection || error.name === "TimeoutError") return t("office.no-connection");
  if (!(error instanceof ApiProblem)) throw error;
  if (error.problem.status === 401) return t("office.signed-out");
  return error.problem.code === "fields-invalid" ? null : error.problem.title;
}

/** What the server found wrong, by field. */
export const fieldFaults = (error: Error | null): Readonly<Record<string, string>> =>
  error instanceof ApiProblem
    ? Object.fromEntries((error.problem.errors ?? []).map(({ field, message }) => [field, message]))
    : {};

/** What the page itself found wrong, in the same words. */
export const faultWords = (errors: readonly FieldError[], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(errors.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]));
