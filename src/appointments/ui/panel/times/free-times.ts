import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../kit/api.ts";
import type { Availability, Channel } from "../../../contract.ts";

interface FreeTimesParams {
  readonly office: string;
  readonly service: string;
  readonly channel: Channel;
}

/** Free times are read once for each choice of service and source: a list that moves under one's hand misleads. */
export const freeTimesQuery = ({ office, service, channel }: FreeTimesParams, from: string, to: string) =>
  queryOptions({
    queryKey: ["free-times", office, from, to, service, channel],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from, to, service, channel });
      return call<Availability>(`/api/offices/${encodeURIComponent(office)}/availability?${search}`, { signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** After a collision what was known of the office's room is wrong. */
export function useForgetTimes() {
  const queryClient = useQueryClient();
  return (office: string): void => {
    for (const kind of ["free-times", "availability", "day"])
      void queryClient.invalidateQueries({ queryKey: [kind, office] });
  };
}
