import { queryOptions } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { HowOfficesDo, OfficesOfRegion, OfficeWent } from "../../national/contract.ts";
import type { NationalSearch } from "./national-search.ts";

const base = "/api/ministry/how-offices-do";
/** Counted once a night */
const HOLDS_MS = 3_600_000;

export function howOfficesDoQuery({ measure, size }: NationalSearch) {
  const wish = new URLSearchParams({ ...(measure && { measure }), ...(size && { size }) }).toString();
  return queryOptions({
    queryKey: ["how-offices-do", wish],
    queryFn: ({ signal }) => call<HowOfficesDo>(wish ? `${base}?${wish}` : base, { signal }),
    staleTime: HOLDS_MS,
    placeholderData: (before) => before,
  });
}

export const officesOfRegionQuery = (region: string) =>
  queryOptions({
    queryKey: ["how-offices-do", "region", region],
    queryFn: ({ signal }) => call<OfficesOfRegion>(`${base}/offices?region=${encodeURIComponent(region)}`, { signal }),
    staleTime: HOLDS_MS,
  });

export const howOfficeWentQuery = (code: string) =>
  queryOptions({
    queryKey: ["how-offices-do", "office", code],
    queryFn: ({ signal }) =>
      call<OfficeWent>(`/api/ministry/offices/${encodeURIComponent(code)}/how-it-went`, { signal }),
    staleTime: HOLDS_MS,
  });
