import { type Html, html } from "../../platform/text/html.ts";
import type { VisitCase } from "../../text/to-bring.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";
import { helpByPhone } from "../frame/slip.ts";
import { bringLists } from "../frame/to-bring.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";

interface Bringing {
  readonly service: NamedService;
  /** Where it would be; null: not chosen yet */
  readonly place: PlaceToGo | null;
  readonly chosen: VisitCase;
}

/** «Να έχετε μαζί σας», before anything is booked: of each case, to tick at home and to print. */
export function bringPage({ service, place, chosen }: Bringing, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("visit.bring");
  const { code } = service;
  const name = visitInWords(service, reader);
  const on = place ? ADDRESS.weeks(place.code, { service: code }) : ADDRESS.offices({ service: code });
  const main = html`<h1>${title}</h1><p class="sub1">${name}${place ? html`, ${nameOfOffice(place, reader)}` : null}</p>
${bringLists(service, chosen, reader) ?? html`<p>${t("visit.bring-none")}</p>`}
<div class="btns--row noprint under-slip"><a class="button button--primary" href="${path(on)}">${t("book.continue")}</a> <button class="button" id="print" type="button" hidden>${icon("print")}${t("paper.print")}</button></div>`;
  const wish = { service: code, ...(place && { office: place.code }), case: chosen };
  const back = path(ADDRESS.services(undefined, place ? { office: place.code } : {}));
  const aside = (place && helpByPhone({ place }, reader)) ?? undefined;
  return citizensPage(
    { title: `${title}: ${name}`, address: ADDRESS.bring(wish), back, main, aside, script: "/paper.js" },
    reader,
  );
}
