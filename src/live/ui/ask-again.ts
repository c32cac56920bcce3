import type { Query, QueryClient } from "@tanstack/react-query";

/**
 * Asks again for data that is shown and has become old. A question that has no answer yet goes on, and is asked once more
 * when it has: its answer may be from before the news.
 */
export function askAgain(client: QueryClient, isOld: (queryKey: readonly unknown[], query: Query) => boolean): void {
  const isFirst = (query: Query) =>
    isOld(query.queryKey, query) && query.state.data === undefined && query.state.fetchStatus === "fetching";
  for (const query of client.getQueryCache().findAll({ predicate: isFirst })) {
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => {});
  }
  void client.invalidateQueries({ predicate: (query) => isOld(query.queryKey, query) });
}
