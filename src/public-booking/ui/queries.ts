import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { HoardingCounts } from "../hoarding/contract.ts";
import type { WishCounts } from "../notify/contract.ts";

export const hoardingQuery = (office: string) =>
  queryOptions({
    queryKey: ["hoarding", office],
    queryFn: ({ signal }) => call<HoardingCounts>(`/api/offices/${encodeURIComponent(office)}/hoarding`, { signal }),
  });

export const wishesQuery = (office: string) =>
  queryOptions({
    queryKey: ["wishes", office],
    queryFn: ({ signal }) => call<WishCounts>(`/api/offices/${encodeURIComponent(office)}/wishes`, { signal }),
  });
