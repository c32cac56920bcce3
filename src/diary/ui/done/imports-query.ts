import { queryOptions } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { DiaryImports } from "../../contract.ts";

export const importsQuery = (office: string) =>
  queryOptions({
    queryKey: ["diary-imports", office],
    queryFn: ({ signal }) => call<DiaryImports>(`/api/offices/${encodeURIComponent(office)}/diary-imports`, { signal }),
  });
