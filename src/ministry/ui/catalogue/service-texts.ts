import { SERVICE_GROUPS } from "../../../catalogue/service-groups.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { type BringMark, VISIT_CASES, type VisitCase } from "../../../text/to-bring.ts";
import type { CatalogueService, NewServiceRequest } from "../../contract.ts";

export const emptyService: Texts = {
  code: "",
  name: "",
  shortName: "",
  nameEn: "",
  minutes: "",
  toBring: "[]",
  onlineUrl: "",
  entranceGroup: "",
};

export const serviceTexts = (service: CatalogueService): Texts => ({
  code: service.code,
  name: service.name,
  shortName: service.shortName,
  nameEn: service.nameEn,
  minutes: String(service.minutes),
  toBring: bringDraftsText(
    service.toBring.map(({ greek, english, mark, cases }) => ({
      greek,
      english: english ?? "",
      mark: mark ?? "",
      cases,
    })),
  ),
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
  toBring: bringDrafts(texts.toBring).map(({ greek, english, mark, cases }) => ({
    greek,
    english: english || null,
    mark: mark || null,
    cases: [...cases],
  })),
  onlineUrl: texts.onlineUrl || null,
  entranceGroup: SERVICE_GROUPS.find((group) => group === texts.entranceGroup) ?? null,
});

/** A line of what to bring, as it is typed; a form keeps them among its texts as JSON. */
export interface BringDraft {
  readonly greek: string;
  readonly english: string;
  readonly mark: BringMark | "";
  readonly cases: readonly VisitCase[];
}

export const NEW_BRING_DRAFT: BringDraft = { greek: "", english: "", mark: "original", cases: VISIT_CASES };

export const bringDrafts = (text: string | undefined): readonly BringDraft[] => JSON.parse(text || "[]");
export const bringDraftsText = (drafts: readonly BringDraft[]): string => JSON.stringify(drafts);
