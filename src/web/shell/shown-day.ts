import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { dayQuery } from "../../appointments/ui/queries.ts";
import type { Me } from "../../identity/contract.ts";
import { useMe } from "../me.ts";

/** The office that the address names, if this employee has it. */
export function useShownOffice(): Me["offices"][number] | undefined {
  const { office } = useParams({ strict: false });
  return useMe().offices.find(({ code }) => code === office);
}

/** The day that the page shows, as it was last known; only looks, the page itself asks the server. */
export function useShownDay() {
  const { office, date } = useParams({ strict: false });
  const query = dayQuery(office ?? "", date ?? "");
  return useQuery({ ...query, enabled: false, refetchInterval: false });
}
