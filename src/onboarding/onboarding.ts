import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { OfficeAnswers, Onboarding, QuestionSet } from "./contract.ts";
import { newestQuestions } from "./question-set.ts";
import { countActiveQueues, type QuestionnaireRow, questionnaireOf } from "./questionnaire-sql.ts";
import { answersTo, areAllDone } from "./rules.ts";
import { isEmptyOffice, type StepRow, stepsOf } from "./steps-sql.ts";

/** How far an office has come; the questionnaire only for its administrators. */
export async function onboardingOf(tx: Read, office: OperableOffice): Promise<Onboarding> {
  const steps = await stepsOf(tx, office.id);
  return onboardingShown(tx, office, steps, await questionnaireOf(tx, office.id));
}

export async function onboardingShown(
  tx: Read,
  office: OperableOffice,
  steps: readonly StepRow[],
  row: QuestionnaireRow,
): Promise<Onboarding> {
  const { version, submitted_at, submitted_by, reset_at, reset_reason } = row;
  const isSubmitted = submitted_at !== null;
  return {
    version,
    steps: steps.map(({ step, at, by }) => ({ step, at: offsetText(at), by })),
    isEmpty: await isEmptyOffice(tx, office.id),
    isOpen: !isSubmitted && areAllDone(steps.map(({ step }) => step)),
    submitted: isSubmitted ? { at: offsetText(submitted_at), by: submitted_by } : null,
    reset: !isSubmitted && reset_at && reset_reason ? { at: offsetText(reset_at), reason: reset_reason } : null,
    questionnaire: office.roles.includes("administrator") ? await questionnaireFor(tx, office, row) : null,
  };
}

async function questionnaireFor(tx: Read, office: OperableOffice, { questions, answers }: QuestionnaireRow) {
  if (questions) return { set: questions, answers, suggested: {} };
  const set = await newestQuestions(tx);
  return { set, answers: answersTo(set, answers), suggested: suggestedTo(set, await countActiveQueues(tx, office.id)) };
}

const suggestedTo = ({ questions }: QuestionSet, queues: number): OfficeAnswers =>
  Object.fromEntries(
    questions.flatMap((question) =>
      question.kind === "number" && question.suggests ? [[question.id, String(queues)]] : [],
    ),
  );
