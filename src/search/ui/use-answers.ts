import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { SearchAnswer } from "../contract.ts";
import { searchQuery } from "./queries.ts";
import type { OwnOffice } from "./use-offices.ts";

export interface OfficeAnswer {
  readonly office: OwnOffice;
  readonly answer: SearchAnswer | undefined;
  readonly error: Error | null;
}

export interface Answers {
  /** The text that these offices answer: still the one before while another is being sought */
  readonly text: string;
  readonly isBehind: boolean;
  readonly offices: readonly OfficeAnswer[];
}

/** The answers of each office. Those before stay until the first office has answered anew, so that nothing flickers; the other offices follow. */
export function useAnswers(text: string, offices: readonly OwnOffice[]): Answers {
  const asked = useOf(text, offices, true);
  const [shown, setShown] = useState(text);
  const before = useOf(shown, offices, false);
  const [own] = asked;
  const isAnswered = text === "" || !own || own.answer !== undefined || own.error !== null;
  if (isAnswered && shown !== text) setShown(text);
  return isAnswered ? { text, isBehind: false, offices: asked } : { text: shown, isBehind: true, offices: before };
}

const useOf = (text: string, offices: readonly OwnOffice[], isAsking: boolean): OfficeAnswer[] =>
  useQueries({
    queries: offices.map(({ code }) => {
      const query = searchQuery(code, text);
      return { ...query, enabled: isAsking && query.enabled === true };
    }),
  }).map((query, index) => answerOf(offices[index] as OwnOffice, query));

const answerOf = (office: OwnOffice, { data, error }: UseQueryResult<SearchAnswer>): OfficeAnswer => ({
  office,
  answer: data,
  error: data ? null : error,
});
