import { infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { officePath, queuesQueryOf } from "../../proposals/ui/queries.ts";
import type { ChangeHistory, Queues } from "../contract.ts";

export const queuesQuery = queuesQueryOf<Queues>;

/** The latest changes, and page by page those before them. */
export const ruleChangesQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ["rule-changes", office],
    queryFn: ({ signal, pageParam }) =>
      call<ChangeHistory>(officePath(office, `rule-changes${pageParam ? `?before=${pageParam}` : ""}`), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
