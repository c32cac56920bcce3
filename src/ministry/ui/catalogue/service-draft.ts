import type { CatalogueService, NewServiceRequest } from "../../contract.ts";
import type { Draft } from "../draft.ts";

export const emptyService: Draft = {
  ...{ code: "", name: "", shortName: "", nameEn: "", minutes: "", bring: "", bringEn: "" },
};

export const serviceDraft = (service: CatalogueService): Draft => ({
  code: service.code,
  name: service.name,
  shortName: service.shortName,
  nameEn: service.nameEn,
  minutes: String(service.minutes),
  bring: service.bring ?? "",
  bringEn: service.bringEn ?? "",
});

/** Minutes that are no number go on as 0, which the server refuses at their field. */
export const serviceRequestOf = (draft: Draft): NewServiceRequest => ({
  code: draft.code ?? "",
  name: draft.name ?? "",
  shortName: draft.shortName ?? "",
  nameEn: draft.nameEn ?? "",
  minutes: Number(draft.minutes?.replace(",", ".")) || 0,
  bring: draft.bring || null,
  bringEn: draft.bringEn || null,
});
