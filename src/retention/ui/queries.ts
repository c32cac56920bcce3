import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { RetentionData } from "../contract.ts";

/** It changes at midnight, or when the ministry chooses another period. */
export const retentionQuery = (office: string) =>
  queryOptions({
    queryKey: ["retention", office],
    queryFn: ({ signal }) => call<RetentionData>(`/api/offices/${encodeURIComponent(office)}/retention`, { signal }),
    refetchInterval: 600_000,
  });
