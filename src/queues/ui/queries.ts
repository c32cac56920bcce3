import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../web/api.ts";
import type { Queues, RULE_ACTS } from "../contract.ts";

/** What the page of queues reads from the server, and how it is named in the cache. */

export const rulePath = (office: string, rest: string): string => `/api/offices/${encodeURIComponent(office)}/${rest}`;

export const queuesQuery = (office: string) =>
  queryOptions({
    queryKey: ["queues", office],
    queryFn: ({ signal }) => call<Queues>(rulePath(office, "queues"), { signal }),
    // Only the date moves on by itself; changes are heard of.
    refetchInterval: 60_000,
  });

/** One act of a head, as it was recorded. */
export interface RecordedChange {
  readonly id: string;
  readonly at: string;
  readonly act: (typeof RULE_ACTS)[number];
  readonly by: string | null;
  readonly details: unknown;
}

export const ruleChangesQuery = (office: string) =>
  queryOptions({
    queryKey: ["rule-changes", office],
    queryFn: ({ signal }) => call<{ changes: RecordedChange[] }>(rulePath(office, "rule-changes"), { signal }),
  });

/** Whatever is known of the office follows from its rules: it is asked for again. */
export const forgetOffice = (queryClient: QueryClient, office: string): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey: [what, of] }) => of === office || what === "days-of-all" });
