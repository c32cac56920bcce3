import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { dayQuery } from "./queries.ts";

/** The day that the page shows, as it was last known; only looks, the page itself asks the server. */
export function useShownDay() {
  const { office, date } = useParams({ strict: false });
  const query = dayQuery(office ?? "", date ?? "");
  return useQuery({ ...query, enabled: false, refetchInterval: false });
}
