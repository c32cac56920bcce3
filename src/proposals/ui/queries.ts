import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { CallDays, CallList, WorkList, WorkListCount } from "../contract.ts";

/** Questions of these pages to the server, and their names in the cache. */

const REFRESHED_MS = 60_000;

export const officePath = (office: string, rest: string): string =>
  `/api/offices/${encodeURIComponent(office)}/${rest}`;

interface NamedQueues {
  readonly queues: readonly { readonly number: number; readonly name: string }[];
}

/** The answer about an office's queues: these pages read their names, those of the queues all of it. */
export const queuesQueryOf = <Answer extends NamedQueues = NamedQueues>(office: string) =>
  queryOptions({
    queryKey: ["queues", office],
    queryFn: ({ signal }) => call<Answer>(officePath(office, "queues"), { signal }),
    // Only the date moves on by itself; changes are heard of.
    refetchInterval: REFRESHED_MS,
  });

/** How a queue is called; by its number while the names are not known yet. */
export function useQueueName(office: string): (number: number) => string {
  const queues = useQuery(queuesQueryOf(office)).data?.queues;
  return (number) => queues?.find((queue) => queue.number === number)?.name ?? String(number);
}

export const callDaysQuery = (office: string) =>
  queryOptions({
    queryKey: ["call-days", office],
    queryFn: ({ signal }) => call<CallDays>(officePath(office, "call-lists"), { signal, mayBeUnchanged: true }),
    refetchInterval: REFRESHED_MS,
  });

/** Not asked for again by the clock: every look at it is written down. */
export const callListQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ["call-list", office, date],
    queryFn: ({ signal }) => call<CallList>(officePath(office, `call-lists/${date}`), { signal }),
  });

/** Closures are heard of; a booking elsewhere meanwhile is found out when it is settled. */
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
