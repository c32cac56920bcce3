import { ApiProblem } from "../../../kit/api.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import type { Text } from "../../../text/text.ts";
import { LEAST_DIGITS, LEAST_LETTERS } from "../../contract.ts";
import type { Sought } from "../sought.ts";
import type { Answers, OfficeAnswer } from "../use-answers.ts";

/** Sentences about the answers as a whole. */

/** null while the first answer is awaited. */
export function titleWords(sought: Sought, { text, offices }: Answers, t: Text): string | null {
  if (sought.kind === "too-long") return t("search.too-long-title");
  if (sought.kind === "too-little") return "";
  if (text === "") return null;
  const count = peopleIn(offices);
  if (count > 0) return t(isCut(offices) ? "search.first" : "search.count", { count, text });
  if (offices.every(({ error }) => error)) return t("search.failed-title");
  return isComplete(offices) ? t("search.nobody", { text }) : null;
}

/** Without what was typed, which she knows; null while an office has not answered. */
export function spokenWords(sought: Sought, { text, offices }: Answers, t: Text): string | null {
  if (sought.kind === "too-little") return tooLittleWords(t);
  if (text === "" || !isComplete(offices)) return null;
  const failure = offices.find(({ error }) => error)?.error;
  const count = peopleIn(offices);
  if (count > 0) return t("search.found", { count });
  return failure ? failureWords(failure, t) : t("search.empty");
}

export const tooLittleWords = (t: Text): string =>
  t("search.too-little", { letters: LEAST_LETTERS, digits: LEAST_DIGITS });

/** The server's sentence where it has one for what was asked; its trouble with itself in words of the search. */
export function failureWords(error: Error, t: Text): string {
  const isTheirTrouble = error instanceof ApiProblem && error.problem.status >= 500;
  return isTheirTrouble ? t("search.no-answer") : sentenceOf(error, t, t("search.no-connection"));
}

export const isCut = (offices: readonly OfficeAnswer[]): boolean => offices.some(({ answer }) => answer?.isCut);

export const peopleIn = (offices: readonly OfficeAnswer[]): number =>
  offices.reduce((sum, { answer }) => sum + (answer?.people.length ?? 0), 0);

const isComplete = (offices: readonly OfficeAnswer[]): boolean =>
  offices.every(({ answer, error }) => answer !== undefined || error !== null);
