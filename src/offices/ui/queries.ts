import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { Settings, Staff } from "../contract.ts";

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
