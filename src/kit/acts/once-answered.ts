import type { QueryClient } from "@tanstack/react-query";

/** Calls once no act is on its way any more and what its answer brings is shown; not at all where one of them failed. */
export function onceAnswered(queryClient: QueryClient, call: () => void): void {
  const stop = queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    // An old failure is heard of too, when it is cleared away.
    const hasFailed = type === "updated" && mutation.state.status === "error";
    if (!hasFailed && queryClient.isMutating() > 0) return;
    stop();
    if (!hasFailed) call();
  });
}
