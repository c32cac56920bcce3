import type { Language, Text } from "../../text/text.ts";
import type { Question } from "../contract.ts";
import { CONFIRMED } from "../rules.ts";

/** An answer as a person reads it. Pure. */
export function answerWords(question: Question, answer: string, t: Text, language: Language): string {
  if (!answer) return t("onboarding.no-answer");
  if (question.kind === "confirmation" && answer === CONFIRMED) return t("onboarding.confirmed");
  if (question.kind !== "choice") return answer;
  return question.options.find(({ id }) => id === answer)?.label[language] ?? answer;
}
