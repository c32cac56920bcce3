import { SERVICE_GROUPS } from "../../../catalogue/service-groups.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import type { CatalogueService, NewServiceRequest } from "../../contract.ts";

export const emptyService: Texts = {
  code: "",
  name: "",
  shortName: "",
  nameEn: "",
  minutes: "",
  bring: "",
  bringEn: "",
  onlineUrl: "",
  entranceGroup: "",
};

export const serviceTexts = (service: CatalogueService): Texts => ({
  code: service.code,
  name: service.name,
  shortName: service.shortName,
  nameEn: service.nameEn,
  minutes: String(service.minutes),
  bring: service.bring ?? "",
  bringEn: service.bringEn ?? "",
  onlineUrl: service.onlineUrl ?? "",
  entranceGroup: service.entranceGroup ?? "",
});

/** Minutes that are no number go on as 0, which the server refuses at their field. */
export const serviceRequestOf = (texts: Texts): NewServiceRequest => ({
  code: texts.code ?? "",
  name: texts.name ?? "",
  shortName: texts.shortName ?? "",
  nameEn: texts.nameEn ?? "",
  minutes: Number(texts.minutes?.replace(",", ".")) || 0,
  bring: texts.bring || null,
  bringEn: texts.bringEn || null,
  onlineUrl: texts.onlineUrl || null,
  entranceGroup: SERVICE_GROUPS.find((group) => group === texts.entranceGroup) ?? null,
});
