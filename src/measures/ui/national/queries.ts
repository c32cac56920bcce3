import { queryOptions } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { HowOfficesDo, OfficesOfRegion, OfficeWent } from "../../national/contract.ts";
import type { NationalSearch } from "./national-search.ts";
import { type WeeksSearch, weeksIn } from "./weeks-in.ts";

const base = "/api/ministry/how-offices-do";
/** Counted once a night */
const HOLDS_MS = 3_600_000;

export function howOfficesDoQuery({ measure, size, weeks }: NationalSearch) {
  const wish = new URLSearchParams({
    ...weeksWish({ weeks }),
    ...(measure && { measure }),
    ...(size && { size }),
  }).toString();
  return queryOptions({
    queryKey: ["how-offices-do", wish],
    queryFn: ({ signal }) => call<HowOfficesDo>(wish ? `${base}?${wish}` : base, { signal }),
    staleTime: HOLDS_MS,
    placeholderData: (before) => before,
  });
}

export function officesOfRegionQuery(region: string, search: WeeksSearch) {
  const wish = new URLSearchParams({ region, ...weeksWish(search) }).toString();
  return queryOptions({
    queryKey: ["how-offices-do", "region", wish],
    queryFn: ({ signal }) => call<OfficesOfRegion>(`${base}/offices?${wish}`, { signal }),
    staleTime: HOLDS_MS,
  });
}

export function howOfficeWentQuery(code: string, search: WeeksSearch) {
  const wish = new URLSearchParams(weeksWish(search)).toString();
  return queryOptions({
    queryKey: ["how-offices-do", "office", code, wish],
    queryFn: ({ signal }) =>
      call<OfficeWent>(`/api/ministry/offices/${encodeURIComponent(code)}/how-it-went?${wish}`, { signal }),
    staleTime: HOLDS_MS,
  });
}

/** Of all offices, as a table for other programs. */
export const nationCsvAddress = (search: WeeksSearch): string =>
  `${base}.csv?${new URLSearchParams(weeksWish(search)).toString()}`;

const weeksWish = (search: WeeksSearch) => ({ weeks: String(weeksIn(search).weeks) });
