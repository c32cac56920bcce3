import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type {
  NationalDraws,
  NeedGiven,
  NeedInVain,
  NeedRequest,
  OfficeDrawsOfHead,
  OpenDraws,
  OwnDraws,
  PlacesRequest,
  SharesPreview,
  SharesRequest,
  TelephoneCall,
  TelephoneCalls,
  TelephoneWish,
  TermsRequest,
  WishWritten,
} from "../../draws/contract.ts";
import { call } from "../../kit/api.ts";
import { MINISTRY } from "../../ministry/ui/queries.ts";

/** What the staff's pages of draws ask the server, and their names in the cache. */

const OF_MINISTRY = "/api/ministry/draws";
const DRAWS = "draws";
const USUALLY_MS = 30_000;

const pathOf = (office: string): string => `/api/offices/${encodeURIComponent(office)}/draws`;

export const nationalDrawsQuery = queryOptions({
  queryKey: [MINISTRY, DRAWS],
  queryFn: ({ signal }) => call<NationalDraws>(OF_MINISTRY, { signal }),
  refetchInterval: USUALLY_MS,
});

export const putTerms = (body: TermsRequest, version: number): Promise<NationalDraws> =>
  call(OF_MINISTRY, { method: "PUT", body, version });

export const previewShares = (body: SharesRequest): Promise<SharesPreview> =>
  call(`${OF_MINISTRY}/preview`, { method: "POST", body });

export const officeDrawsQuery = (office: string) =>
  queryOptions({
    queryKey: [DRAWS, office, "places"],
    queryFn: ({ signal }) => call<OfficeDrawsOfHead>(pathOf(office), { signal }),
    refetchInterval: USUALLY_MS,
  });

export const putPlaces = (
  office: string,
  service: string,
  { version, ...body }: PlacesRequest & { readonly version: number },
): Promise<OwnDraws> => call(`${pathOf(office)}/${service}`, { method: "PUT", body, version });

export const endDrawPlaces = (office: string, service: string, version: number): Promise<OwnDraws> =>
  call(`${pathOf(office)}/${service}`, { method: "DELETE", version });

export const openDrawsQuery = (office: string) =>
  queryOptions({
    queryKey: [DRAWS, office, "open"],
    queryFn: ({ signal }) => call<OpenDraws>(`${pathOf(office)}/open`, { signal }),
    refetchInterval: USUALLY_MS,
  });

interface OfDraw {
  readonly office: string;
  readonly draw: number;
}

export const sendNeed = ({ office, draw }: OfDraw, body: NeedRequest, idempotencyKey: string): Promise<NeedGiven> =>
  call(`${pathOf(office)}/${draw}/need`, { method: "POST", body, idempotencyKey });

export const sendNeedInVain = (
  { office, draw }: OfDraw,
  body: { readonly takeBack: boolean },
  idempotencyKey: string,
): Promise<NeedInVain> => call(`${pathOf(office)}/${draw}/need/in-vain`, { method: "POST", body, idempotencyKey });

export const postWish = ({ office, draw }: OfDraw, body: TelephoneWish, idempotencyKey: string): Promise<WishWritten> =>
  call(`${pathOf(office)}/${draw}/wishes`, { method: "POST", body, idempotencyKey });

export const callsQuery = ({ office, draw }: OfDraw) =>
  queryOptions({
    queryKey: [DRAWS, office, "calls", draw],
    queryFn: ({ signal }) => call<TelephoneCalls>(`${pathOf(office)}/${draw}/calls`, { signal }),
    refetchInterval: USUALLY_MS,
  });

export const sendAnswer = (
  { office, draw }: OfDraw,
  { wish, answer }: Pick<TelephoneCall, "wish"> & { readonly answer: "coming" | "left" },
): Promise<unknown> => call(`${pathOf(office)}/${draw}/wishes/${wish}/answer`, { method: "POST", body: { answer } });

/** After an act. */
export const askDrawsAgain = (queryClient: QueryClient, office: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: [DRAWS, office] });
