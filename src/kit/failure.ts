import type { Text } from "../text/text.ts";
import { ApiProblem, NoConnection, type Problem } from "./api.ts";

/** The kinds of failure of an act or a question, and their words: the same on every page. */
export type Failure =
  /** The connection was cut, or the answer too late: nobody knows whether the act happened */
  | { readonly kind: "no-answer" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "fields"; readonly errors: readonly FieldProblem[] }
  /** A module reads its own codes in the problem */
  | { readonly kind: "refused"; readonly problem: Problem };

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** @throws the error itself when the server has not said it: a fault of ours must show */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoConnection) return { kind: "no-answer" };
  if (!(error instanceof ApiProblem)) throw error;
  const { problem } = error;
  if (problem.status === 401) return { kind: "signed-out" };
  const areFields = problem.status === 422 || problem.status === 400;
  return areFields && problem.errors?.length
    ? { kind: "fields", errors: problem.errors }
    : { kind: "refused", problem };
}

/** The server's findings, by field. */
export const fieldFaults = (error: Error | null): Readonly<Record<string, string>> =>
  error instanceof ApiProblem
    ? Object.fromEntries((error.problem.errors ?? []).map(({ field, message }) => [field, message]))
    : {};

/**
 * Why it failed, in one sentence with what to do now. A form shows it where its fields don't say it themselves.
 * @param noAnswer what to do when no answer came: `noAnswerForm` in a form, `noAnswerAct` at a button, `noConnection` for
 *   what only reads
 */
export function sentenceOf(error: Error, t: Text, noAnswer: string): string {
  const failure = failureOf(error);
  switch (failure.kind) {
    case "no-answer":
      return noAnswer;
    case "signed-out":
      return t("shell.sessionOver");
    case "fields":
      return failure.errors[0]?.message ?? error.message;
    case "refused":
      return failure.problem.title;
  }
}
