import { queryOptions } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { FoundOffices } from "../../contract.ts";

/** Offices that are meant by what was typed, in all of the country or among one's own. */
export const officeFinderQuery = (where: string, own = false) =>
  queryOptions({
    queryKey: ["office-finder", where, own],
    queryFn: ({ signal }) =>
      call<FoundOffices>(`/api/office-finder?${new URLSearchParams({ where, ...(own && { own: "1" }) })}`, { signal }),
  });
