import type { Query, QueryClient } from "@tanstack/react-query";

/**
 * Asks again for data that is shown and has become old. A question that has no answer yet goes on, and is asked once more
 * when it has: its answer may be from before the news.
 */
export function askAgain(client: QueryClient, isOld: (queryKey: readonly unknown[]) => boolean): void {
  const isFirst = ({ queryKey, state }: Query) =>
    isOld(queryKey) && state.data === undefined && state.fetchStatus === "fetching";
  for (const query of client.getQueryCache().findAll({ predicate: isFirst })) {
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => {});
  }
  void client.invalidateQueries({ predicate: ({ queryKey }) => isOld(queryKey) });
}
