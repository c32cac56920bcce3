import { infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { Kind } from "../acts.ts";
import type { Trail } from "../contract.ts";

export interface TrailRequest {
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: Kind | null;
  readonly employee: number | null;
  readonly appointments: readonly string[];
}

/** Every look is recorded: it is asked for when the head asks, never by itself. */
export const trailQuery = (office: string, request: TrailRequest) =>
  infiniteQueryOptions({
    queryKey: ["audit", office, request],
    queryFn: ({ pageParam, signal }) =>
      call<Trail>(`/api/offices/${encodeURIComponent(office)}/audit?${addressOf(request, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function addressOf({ appointments, ...request }: TrailRequest, before: string | null): URLSearchParams {
  const members = Object.entries({ ...request, before }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return new URLSearchParams([...members, ...appointments.map((id) => ["appointment", id])]);
}
