import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { OfficeAnswers, Onboarding, QuestionnaireRequest } from "../contract.ts";

/** What the pages ask and send, and its name in the cache. */

const pathOf = (office: string): string => `/api/offices/${encodeURIComponent(office)}/onboarding`;

export const onboardingQuery = (office: string) =>
  queryOptions({
    queryKey: ["onboarding", office],
    queryFn: ({ signal }) => call<Onboarding>(pathOf(office), { signal }),
  });

export const putDraft = (office: string, answers: OfficeAnswers, version: number): Promise<Onboarding> =>
  call(`${pathOf(office)}/draft`, { method: "PUT", body: { answers }, version });

export interface SentQuestionnaire extends QuestionnaireRequest {
  readonly version: number;
  readonly idempotencyKey: string;
}

export const postQuestionnaire = (
  office: string,
  { version, idempotencyKey, ...body }: SentQuestionnaire,
): Promise<Onboarding> => call(pathOf(office), { method: "POST", body, version, idempotencyKey });
