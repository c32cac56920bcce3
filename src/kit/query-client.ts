import { MutationCache, notifyManager, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api.ts";
import { meQuery } from "./me.ts";
import { afterPress } from "./pressed.ts";

// A press must be seen to run before the next press is heard, or a double click on a slow machine acts twice.
notifyManager.setScheduler((tell) => afterPress(() => queueMicrotask(tell)));

/** Every call is tried whatever the browser believes about the network, and fails honestly instead of waiting unseen. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => query.queryKey !== meQuery.queryKey && noticeEndOfSession(error),
  }),
  mutationCache: new MutationCache({ onError: noticeEndOfSession }),
  defaultOptions: {
    queries: { networkMode: "always", refetchOnReconnect: true, retry: isWorthRepeating, staleTime: 5_000 },
    mutations: { networkMode: "always" },
  },
});

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.problem.status === 401;

/** Asking again for the session makes the whole page notice its end. */
function noticeEndOfSession(error: unknown): void {
  if (isSignedOut(error)) void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}

function isWorthRepeating(failures: number, error: unknown): boolean {
  return failures < 1 && !(error instanceof ApiProblem && error.problem.status < 500);
}
