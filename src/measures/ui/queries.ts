import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { HowItWent } from "../contract.ts";

/** Counted once a night: what was loaded holds until the page is opened again. */
export const howItWentQuery = (office: string) =>
  queryOptions({
    queryKey: ["how-it-went", office],
    queryFn: ({ signal }) => call<HowItWent>(`/api/offices/${encodeURIComponent(office)}/how-it-went`, { signal }),
    staleTime: 3_600_000,
  });
