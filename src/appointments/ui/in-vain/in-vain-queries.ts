import { queryOptions } from "@tanstack/react-query";
import type { InVain, InVainOfDay, InVainRequest } from "../../../in-vain/contract.ts";
import { call } from "../../../kit/api.ts";

const path = (office: string, rest: string) => `/api/offices/${encodeURIComponent(office)}/${rest}`;

/** Which visits of today were in vain, as far as anybody has said so. */
export const inVainQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ["in-vain", office, date],
    queryFn: ({ signal }) => call<InVainOfDay>(path(office, `days/${date}/in-vain`), { signal }),
  });

export const putInVain = (office: string, id: string, version: number, body: InVainRequest) =>
  call<InVain>(path(office, `visits/${id}/in-vain`), { method: "PUT", body, version });

export const deleteInVain = (office: string, id: string, version: number) =>
  call<InVain>(path(office, `visits/${id}/in-vain`), { method: "DELETE", version });
