import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { SheetOffer } from "../contract.ts";

const path = (office: string): string => `/api/offices/${encodeURIComponent(office)}/sheet-offer`;

/** Asked again whenever this page is looked at: a sheet is printed in another window. */
export const sheetOfferQuery = (office: string) =>
  queryOptions({
    queryKey: ["sheet-offer", office],
    queryFn: ({ signal }) => call<SheetOffer>(path(office), { signal }),
    staleTime: 0,
  });

export const putSheetOfferAway = (office: string): Promise<SheetOffer> =>
  call<SheetOffer>(path(office), { method: "DELETE" });
