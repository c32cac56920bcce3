import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, call } from "../../kit/api.ts";
import type { SearchAnswer } from "../contract.ts";

const ASKED_AGAIN = 5_000;

/** Not kept longer than it takes to come back from one of the people. */
const FORGOTTEN_AFTER = 60_000;

/** Every search leaves its trace in the office's books: it is asked for when somebody types, never by itself. */
export const searchQuery = (office: string, text: string) =>
  queryOptions({
    queryKey: ["person-search", office, text],
    queryFn: ({ signal }) =>
      call<SearchAnswer>(`/api/offices/${encodeURIComponent(office)}/appointment-searches`, {
        method: "POST",
        body: { text },
        signal,
      }),
    enabled: text !== "",
    gcTime: FORGOTTEN_AFTER,
    // An act on somebody found must show in the list at once.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    refetchInterval: ({ state }) => (state.error && mayPass(state.error) ? ASKED_AGAIN : false),
  });

/** Without a connection, or with a server in trouble, the same question may be answered a little later. */
const mayPass = (error: Error): boolean =>
  !(error instanceof ApiProblem) || error.problem.status >= 500 || error.problem.status === 429;
