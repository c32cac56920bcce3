import { record } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceOnboarding } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import type { OfficeAnswers, Onboarding, QuestionnaireRequest } from "./contract.ts";
import { onboardingOf, onboardingShown } from "./onboarding.ts";
import { newestQuestions } from "./question-set.ts";
import { lockedQuestionnaire, type QuestionnaireRow, writeDraft, writeSubmission } from "./questionnaire-sql.ts";
import { answerErrors, answersTo, areAllDone } from "./rules.ts";
import { stepsOf } from "./steps-sql.ts";

/** Keeps answers that are not finished. @throws Refusal 409 while or since it can't be answered, 412 with what it is now */
export async function saveDraft(
  tx: Tx,
  office: AdministeredOffice,
  { version, answers }: { readonly version: number; readonly answers: OfficeAnswers },
): Promise<Onboarding> {
  await openQuestionnaire(tx, office, (row) => row.version === version);
  await writeDraft(tx, office.id, answersTo(await newestQuestions(tx), answers));
  announceOnboarding(tx, office.id);
  return onboardingOf(tx, office);
}

export interface Finished extends QuestionnaireRequest {
  /** The one that was seen */
  readonly version: number;
}

/**
 * The office's questionnaire, once and for good, and only after the four actions (circular, at its end).
 * @throws Refusal 409 while or since it can't be answered, 412 when a colleague or the ministry has changed it, 422 for
 * an answer
 */
export async function submitQuestionnaire(
  tx: Tx,
  office: AdministeredOffice,
  { version, questions, answers }: Finished,
  now: Temporal.Instant,
): Promise<Onboarding> {
  const set = await newestQuestions(tx);
  await openQuestionnaire(tx, office, (row) => row.version === version && questions === set.version);
  refuseFields(answerErrors(set, answers));
  await writeSubmission(
    tx,
    office.id,
    { questions: set, answers: answersTo(set, answers), by: office.employeeId },
    now,
  );
  await record(tx, office, { act: "questionnaire-submitted", details: { questions: set.version } }, now);
  announceOnboarding(tx, office.id);
  return onboardingOf(tx, office);
}

/** Nobody else answers until the transaction ends. */
async function openQuestionnaire(
  tx: Tx,
  office: AdministeredOffice,
  isAsSeen: (row: QuestionnaireRow) => boolean,
): Promise<void> {
  const row = await lockedQuestionnaire(tx, office.id);
  if (row.submitted_at) throw new Refusal(409, "questionnaire-submitted");
  const steps = await stepsOf(tx, office.id);
  if (!areAllDone(steps.map(({ step }) => step))) throw new Refusal(409, "onboarding-not-done");
  if (isAsSeen(row)) return;
  const current = await onboardingShown(tx, office, steps, row);
  throw new Refusal(412, "version-stale", { values: { words: "questionnaire-stale" }, extensions: { current } });
}
