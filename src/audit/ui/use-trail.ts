import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { likelyToday } from "../../kit/dates.ts";
import type { AuditSearch } from "./audit-search.ts";
import { type TrailRequest, trailQuery } from "./queries.ts";

const route = getRouteApi("/staff/offices/$office/audit");

/** The entries that the address asks for; none while nobody is chosen whom they are to be about. */
export function useTrail(office: string) {
  const search = route.useSearch();
  const request = requestIn(search);
  const isAsked = !isAboutSomebody(search) || request.appointments.length > 0;
  return { isAsked, query: useInfiniteQuery({ ...trailQuery(office, request), enabled: isAsked }) };
}

export const isAboutSomebody = ({ by }: AuditSearch): boolean => by === "person" || by === "appointment";

function requestIn(search: AuditSearch): TrailRequest {
  const { by, from, to, kind, employee, appointments = [] } = search;
  const day = by === undefined ? (from ?? likelyToday()) : null;
  return {
    from: day ?? from ?? null,
    to: day ?? to ?? null,
    kind: kind ?? null,
    employee: employee ?? null,
    appointments: isAboutSomebody(search) ? appointments : [],
  };
}
