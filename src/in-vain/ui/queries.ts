import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { MINISTRY } from "../../ministry/ui/queries.ts";
import type { InVainService, InVainServices } from "../contract.ts";

/** Counted once a night: what was loaded holds until the page is opened again. */
const HOLDS_MS = 3_600_000;

export const inVainServicesQuery = queryOptions({
  queryKey: [MINISTRY, "in-vain"],
  queryFn: ({ signal }) => call<InVainServices>("/api/ministry/in-vain", { signal }),
  staleTime: HOLDS_MS,
});

export const inVainServiceQuery = (code: string) =>
  queryOptions({
    queryKey: [MINISTRY, "in-vain", code],
    queryFn: ({ signal }) => call<InVainService>(`/api/ministry/in-vain/${encodeURIComponent(code)}`, { signal }),
    staleTime: HOLDS_MS,
  });
