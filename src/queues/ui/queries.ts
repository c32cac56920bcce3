import { infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { ChangeHistory } from "../../proposals/contract.ts";
import { officePath } from "../../proposals/ui/queries.ts";

/** The latest changes, and page by page those before them. */
export const ruleChangesQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ["rule-changes", office],
    queryFn: ({ signal, pageParam }) =>
      call<ChangeHistory>(officePath(office, `rule-changes${pageParam ? `?before=${pageParam}` : ""}`), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
