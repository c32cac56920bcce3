import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../kit/api.ts";
import type { SearchAnswer } from "../../../../search/contract.ts";
import { type MetPerson, metPeople } from "./met-before.ts";
import { useSettled } from "./use-settled.ts";

/** Short, for the clerk is on the telephone; the letters of one name leave one trace in the books all the same. */
const SETTLES_AFTER = 200;
const LEAST_LETTERS = 3;

/** People of the surname that is being typed; nobody while it is not settled, and no answer is no obstacle. */
export function useMetBefore(office: string, lastName: string, isAsked: boolean): readonly MetPerson[] {
  const text = lastName.trim();
  const settled = useSettled(text, SETTLES_AFTER);
  const isEnough = [...settled].length >= LEAST_LETTERS;
  const { data } = useQuery({
    queryKey: ["met-before", office, settled],
    queryFn: ({ signal }) =>
      call<SearchAnswer>(`/api/offices/${encodeURIComponent(office)}/appointment-searches`, {
        method: "POST",
        body: { text: settled },
        signal,
      }),
    enabled: isAsked && isEnough && settled === text,
    retry: false,
    gcTime: 0,
  });
  return isAsked && settled === text && data ? metPeople(data.people, text) : [];
}
