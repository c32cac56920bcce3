import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { FoundOffices, Settings, Staff } from "../contract.ts";

/** The questions of the office's own page to the server, and their names in the cache. */

export const settingsPath = (office: string): string => `/api/offices/${encodeURIComponent(office)}/settings`;

export const settingsQuery = (office: string) =>
  queryOptions({
    queryKey: ["settings", office],
    queryFn: ({ signal }) => call<Settings>(settingsPath(office), { signal }),
    refetchInterval: 60_000,
  });

export const staffQuery = (office: string) =>
  queryOptions({
    queryKey: ["staff", office],
    queryFn: ({ signal }) => call<{ staff: Staff }>(`/api/offices/${encodeURIComponent(office)}/staff`, { signal }),
  });

/** Other pages show the office's services, minutes and free times: they ask again. */
export function rememberSettings(queryClient: QueryClient, office: string, settings: Settings): void {
  queryClient.setQueryData(settingsQuery(office).queryKey, settings);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name, of] }) => of === office && name !== "settings" && name !== "staff",
  });
}

/** Offices that are meant by what was typed, in all of the country or among one's own. */
export const officeFinderQuery = (where: string, own = false) =>
  queryOptions({
    queryKey: ["office-finder", where, own],
    queryFn: ({ signal }) =>
      call<FoundOffices>(`/api/office-finder?${new URLSearchParams({ where, ...(own && { own: "1" }) })}`, { signal }),
  });
