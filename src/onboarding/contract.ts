import { z } from "zod";
import { writtenText } from "../platform/text-schemas.ts";

/** How an office joins the platform (circular, at its end): four actions, then a questionnaire. Browser-safe. */

/** The halves of the actions, or a whole one */
export const ONBOARDING_STEPS = [
  "signed-in",
  "appointment-viewed",
  "appointment-added",
  "day-printed",
  "queues-viewed",
  "queue-added",
] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

const questionId = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const inBoth = z.strictObject({ el: writtenText(500), en: writtenText(500) });
const asked = {
  id: questionId,
  label: inBoth.describe("{{office}} in it becomes the office's name"),
  hint: inBoth.optional(),
  brief: inBoth.optional().describe("What will be asked, told before the questionnaire opens"),
};
const mayBeOptional = { isOptional: z.boolean().optional() };

const question = z.discriminatedUnion("kind", [
  z.strictObject({
    ...asked,
    ...mayBeOptional,
    kind: z.literal("number"),
    min: z.int().min(0).max(99_999),
    max: z.int().min(0).max(99_999),
    suggests: z.literal("active-queues").optional().describe("The answer begins with how many there are"),
  }),
  z.strictObject({
    ...asked,
    ...mayBeOptional,
    kind: z.literal("choice"),
    options: z
      .array(z.strictObject({ id: questionId, label: inBoth }))
      .min(2)
      .max(12),
  }),
  z.strictObject({ ...asked, ...mayBeOptional, kind: z.literal("text"), max: z.int().min(1).max(2_000) }),
  z.strictObject({ ...asked, kind: z.literal("confirmation") }),
]);
export type Question = z.infer<typeof question>;

/** The file of the questions, which the ministry replaces by another. */
export const questionSet = z.strictObject({
  version: z.int32().min(1).describe("To be put in place: of those that it replaces; it is given the next one"),
  minutes: z.int().min(1).max(120).describe("How long it takes to answer"),
  questions: z.array(question).min(1).max(30),
});
export type QuestionSet = z.infer<typeof questionSet>;

/** By question: the number as digits, the id of the choice, the text, "yes" for what is confirmed */
const answers = z.record(z.string().max(40), z.string().max(2_000));
export type OfficeAnswers = Readonly<Record<string, string>>;

const doneBy = { at: z.string(), by: z.string().nullable() };

const questionnaire = z.object({
  set: questionSet.describe("The newest, or the one that was answered"),
  answers: answers.describe("A draft until they are submitted"),
  suggested: answers.describe("Of questions without an answer"),
});

export const onboardingResponse = z.object({
  version: z.int().describe("Of the questionnaire; 0: nothing of it is written"),
  steps: z
    .array(z.object({ step: z.enum(ONBOARDING_STEPS), ...doneBy }))
    .describe("Those that were done, the first time of each"),
  isEmpty: z.boolean().describe("Nobody has ever had an appointment here"),
  isOpen: z.boolean().describe("The actions are done, and the questionnaire was not submitted yet"),
  submitted: z.object(doneBy).nullable(),
  reset: z
    .object({ at: z.string(), reason: z.string() })
    .nullable()
    .describe("Since the ministry asks to answer again, and why"),
  questionnaire: questionnaire.nullable().describe("null: only its administrators see it"),
});
export type Onboarding = z.infer<typeof onboardingResponse>;

export const draftRequest = z.strictObject({ answers });

export const questionnaireRequest = z.strictObject({
  questions: z.int32().describe("The version of the questions that are answered"),
  answers,
});
export type QuestionnaireRequest = z.infer<typeof questionnaireRequest>;
