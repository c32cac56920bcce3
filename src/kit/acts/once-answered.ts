import type { QueryClient } from "@tanstack/react-query";

/** Calls once no act is on its way any more and what its answer brings is shown; not at all where one of them failed. */
export function onceAnswered(queryClient: QueryClient, call: () => void): void {
  const stop = queryClient.getMutationCache().subscribe(({ mutation }) => {
    const hasFailed = mutation?.state.status === "error";
    if (!hasFailed && queryClient.isMutating() > 0) return;
    stop();
    if (!hasFailed) call();
  });
}
