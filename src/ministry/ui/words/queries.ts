import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { PeopleWords } from "../../../catalogue/people-words.ts";
import { call } from "../../../kit/api.ts";
import type {
  NewReferralRequest,
  ReferralRequest,
  ReferralState,
  ServiceWords,
  Words,
  WordsSearch,
} from "../../words/contract.ts";
import { MINISTRY } from "../queries.ts";

/** What the page of the people's words asks and does. */

const USUALLY_MS = 30_000;
const REFERRALS = "/api/ministry/referrals";

export const wordsQuery = queryOptions({
  queryKey: [MINISTRY, "words"],
  queryFn: ({ signal }) => call<Words>("/api/ministry/words", { signal }),
  refetchInterval: USUALLY_MS,
});

/** As a citizen finds it. */
export const trialQuery = (typed: string) =>
  queryOptions({
    queryKey: [MINISTRY, "words", "trial", typed],
    queryFn: ({ signal }) =>
      call<WordsSearch>(`/api/ministry/words/search?${new URLSearchParams({ q: typed })}`, { signal }),
    enabled: typed.trim() !== "",
    placeholderData: keepPreviousData,
  });

export const putWords = (code: string, words: PeopleWords, version: number): Promise<ServiceWords> =>
  call(`/api/ministry/services/${encodeURIComponent(code)}/words`, { method: "PUT", body: { words }, version });

export const postReferral = (body: NewReferralRequest, idempotencyKey: string): Promise<ReferralState> =>
  call(REFERRALS, { method: "POST", body, idempotencyKey });

export const putReferral = (code: string, body: ReferralRequest, version: number): Promise<ReferralState> =>
  call(`${REFERRALS}/${encodeURIComponent(code)}`, { method: "PUT", body, version });

export const deleteReferral = (code: string, version: number): Promise<ReferralState> =>
  call(`${REFERRALS}/${encodeURIComponent(code)}`, { method: "DELETE", version });
