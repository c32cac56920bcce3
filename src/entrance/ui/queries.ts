import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type {
  EntranceScreens,
  NewScreen,
  NewScreenRequest,
  NotedArrival,
  Printers,
  PrintRequest,
  SentPrint,
} from "../contract.ts";

const path = (office: string, rest: string): string => `/api/offices/${encodeURIComponent(office)}/${rest}`;

export const screensQuery = (office: string) =>
  queryOptions({
    queryKey: ["entrance-screens", office],
    queryFn: ({ signal }) => call<EntranceScreens>(path(office, "entrance-screens"), { signal }),
    refetchInterval: 60_000,
  });

export const postScreen = (office: string, body: NewScreenRequest, idempotencyKey: string): Promise<NewScreen> =>
  call(path(office, "entrance-screens"), { method: "POST", body, idempotencyKey });

export const removeScreenOf = (office: string, id: string): Promise<EntranceScreens> =>
  call(path(office, `entrance-screens/${id}`), { method: "DELETE" });

export const postArrival = (office: string, code: string): Promise<NotedArrival> =>
  call(path(office, "arrivals"), { method: "POST", body: { code } });

/** Beside each other on every desk: who has looked lately knows. */
export const printersQuery = (office: string) =>
  queryOptions({
    queryKey: ["printers", office],
    queryFn: ({ signal }) => call<Printers>(path(office, "printers"), { signal }),
    staleTime: 60_000,
  });

export const postPrint = (office: string, body: PrintRequest, idempotencyKey: string): Promise<SentPrint> =>
  call(path(office, "prints"), { method: "POST", body, idempotencyKey });
