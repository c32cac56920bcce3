import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS, type LinkPart } from "../frame/address.ts";
import { addressInWords, nameOfOffice, visitInWords } from "../frame/names.ts";
import { facts } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { ShownVisit } from "../frame/slip.ts";
import { whenOf } from "./shown.ts";

/** A page below a link, and its forms. */
export interface AtLink {
  readonly token: string;
  /** Shows that a form is ours */
  readonly mark: string;
  readonly reader: PageReader;
}

export const partOf = ({ token, reader }: AtLink, part?: LinkPart): string => reader.path(ADDRESS.link(token, part));

export const linkForm = (at: AtLink, part: LinkPart, inside: Html): Html =>
  html`<form method="post" action="${partOf(at, part)}">${markField(at.mark)}${inside}</form>`;

/** As it was seen: should somebody change it meanwhile, the act is refused. */
export const versionField = (version: number): Html => html`<input type="hidden" name="version" value="${version}">`;

/** When, where and what. */
export function visitFacts(visit: Omit<ShownVisit, "reference" | "minutes">, reader: PageReader): Html {
  const { place, service } = visit;
  const { t } = reader;
  return facts(
    [
      { name: t("visit.when"), value: whenOf(visit, reader) },
      { name: t("visit.where"), value: nameOfOffice(place, reader), small: addressInWords(place, reader) || null },
      { name: t("visit.what"), value: visitInWords(service, reader) },
    ],
    reader,
  );
}
