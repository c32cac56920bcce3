import type { FieldError } from "../platform/refusal.ts";
import type { OfficeAnswers, OnboardingStep, Question, QuestionSet } from "./contract.ts";

/** Which actions are done, and what is wrong with answers. Pure; the same for the form and the API. */

/** The circular's four actions, by their halves. */
export const ACTIONS = {
  "sign-in": ["signed-in"],
  appointment: ["appointment-viewed", "appointment-added"],
  print: ["day-printed"],
  queue: ["queues-viewed", "queue-added"],
} as const satisfies Readonly<Record<string, readonly OnboardingStep[]>>;
export type OnboardingAction = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as OnboardingAction[];

export const isActionDone = (action: OnboardingAction, done: readonly OnboardingStep[]): boolean =>
  ACTIONS[action].every((step) => done.includes(step));

export const actionsDone = (done: readonly OnboardingStep[]): number =>
  ACTION_NAMES.filter((action) => isActionDone(action, done)).length;

export const areAllDone = (done: readonly OnboardingStep[]): boolean => actionsDone(done) === ACTION_NAMES.length;

export const CONFIRMED = "yes";

/** Of answers that are to be submitted. */
export const answerErrors = ({ questions }: QuestionSet, answers: OfficeAnswers): FieldError[] =>
  questions.flatMap((question) => {
    const fault = faultOf(question, answers[question.id]?.trim() ?? "");
    return fault ? [{ field: question.id, ...fault }] : [];
  });

type Fault = Omit<FieldError, "field">;

function faultOf(question: Question, answer: string): Fault | null {
  if (question.kind === "confirmation") return answer === CONFIRMED ? null : { code: "answer-unconfirmed" };
  if (answer === "") return question.isOptional ? null : { code: "field-required" };
  if (question.kind === "number") return numberFault(question, answer);
  if (question.kind === "text")
    return answer.length <= question.max
      ? null
      : { code: "field-too-long", values: { max: question.max, length: answer.length } };
  return question.options.some(({ id }) => id === answer) ? null : { code: "field-required" };
}

function numberFault({ min, max }: Extract<Question, { kind: "number" }>, answer: string): Fault | null {
  const isWithin = /^\d{1,5}$/.test(answer) && Number(answer) >= min && Number(answer) <= max;
  return isWithin ? null : { code: "number-out-of-range", values: { min, max } };
}

/** Those of the questions that are asked, tidied; others were of older questions. */
export const answersTo = ({ questions }: QuestionSet, answers: OfficeAnswers): OfficeAnswers =>
  Object.fromEntries(questions.flatMap(({ id }) => (answers[id]?.trim() ? [[id, answers[id].trim()]] : [])));

/** Of a file that the ministry would put in place. */
export function questionSetErrors({ questions }: QuestionSet): FieldError[] {
  const ids = questions.map(({ id }) => id);
  return questions.flatMap((question, at): FieldError[] => {
    const field = `questions.${at}`;
    if (ids.indexOf(question.id) !== at) return [{ field, code: "question-twice" }];
    const isUpsideDown = question.kind === "number" && question.min > question.max;
    return isUpsideDown ? [{ field, code: "question-range" }] : [];
  });
}
