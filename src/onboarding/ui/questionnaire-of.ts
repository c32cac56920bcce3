import type { Onboarding } from "../contract.ts";

/** Whose questionnaire it is, and how it stands. */
export interface QuestionnaireOf {
  readonly office: { readonly code: string; readonly name: string };
  readonly onboarding: Onboarding;
}
