import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { Queues } from "../../queues/contract.ts";
import type { CallDays, CallList, WorkList, WorkListCount } from "../contract.ts";

/** Questions of these pages to the server, and their names in the cache. */

const REFRESHED_MS = 60_000;

export const officePath = (office: string, rest: string): string =>
  `/api/offices/${encodeURIComponent(office)}/${rest}`;

export const queuesQuery = (office: string) =>
  queryOptions({
    queryKey: ["queues", office],
    queryFn: ({ signal }) => call<Queues>(officePath(office, "queues"), { signal }),
    // Only the date moves on by itself; changes are heard of.
    refetchInterval: REFRESHED_MS,
  });

export const callDaysQuery = (office: string) =>
  queryOptions({
    queryKey: ["call-days", office],
    queryFn: ({ signal }) => call<CallDays>(officePath(office, "call-lists"), { signal }),
    refetchInterval: REFRESHED_MS,
  });

/** Not asked for again by the clock: who looks at it is written down. */
export const callListQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ["call-list", office, date],
    queryFn: ({ signal }) => call<CallList>(officePath(office, `call-lists/${date}`), { signal }),
  });

/** Closures are heard of; whoever books elsewhere meanwhile is found out when it is settled. */
export const workListQuery = (office: string) =>
  queryOptions({
    queryKey: ["work-list", office],
    queryFn: ({ signal }) => call<WorkList>(officePath(office, "work-list"), { signal }),
  });

export const workListCountQuery = (office: string) =>
  queryOptions({
    queryKey: ["work-list-count", office],
    queryFn: ({ signal }) => call<WorkListCount>(officePath(office, "work-list/count"), { signal }),
  });

/** After a change of rules anything of the office may differ. A proposal that somebody decides upon is left alone. */
export function forgetOffice(queryClient: QueryClient, office: string): Promise<unknown> {
  const isConcerned = ([what, of]: readonly unknown[]) =>
    what === "days-of-all" || (of === office && what !== "proposal");
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey) });
}
