import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { HoardingCounts } from "../hoarding/contract.ts";

export const hoardingQuery = (office: string) =>
  queryOptions({
    queryKey: ["hoarding", office],
    queryFn: ({ signal }) => call<HoardingCounts>(`/api/offices/${encodeURIComponent(office)}/hoarding`, { signal }),
  });
