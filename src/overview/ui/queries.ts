import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { WEEKS_SHOWN } from "../../kit/weeks-range.ts";
import type { Coverage, DayOfAll, Explanation } from "../contract.ts";

/** Questions of these pages to the server, and their names in the cache. */

const REFRESHED_MS = 30_000;
const AFTER_ERROR_MS = 5_000;

export const coverageQuery = (office: string, monday: string) =>
  queryOptions({
    queryKey: ["coverage", office, monday],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from: monday, weeks: String(WEEKS_SHOWN) });
      return call<Coverage>(`/api/offices/${encodeURIComponent(office)}/coverage?${search}`, { signal });
    },
    refetchInterval: ({ state }) => (state.error ? AFTER_ERROR_MS : REFRESHED_MS),
  });

export const dayOfAllQuery = (date: string) =>
  queryOptions({
    queryKey: ["days-of-all", date],
    queryFn: ({ signal }) => call<DayOfAll>(`/api/days/${date}`, { signal }),
    refetchInterval: ({ state }) => (state.error ? AFTER_ERROR_MS : REFRESHED_MS),
  });

export const explanationQuery = (office: string, date: string, service: string) =>
  queryOptions({
    queryKey: ["explanation", office, date, service],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ service });
      const path = `/api/offices/${encodeURIComponent(office)}/days/${date}/explanation`;
      return call<Explanation>(`${path}?${search}`, { signal });
    },
    refetchInterval: ({ state }) => (state.error ? AFTER_ERROR_MS : REFRESHED_MS),
  });
