import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { addressInWords, nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import type { PlaceToGo } from "../office-sql.ts";
import { type AtLink, linkForm, partOf, versionField } from "../visit/at-link.ts";
import { type OwnVisit, whenOf } from "../visit/shown.ts";
import type { OfferedPlace } from "./earlier-sql.ts";

export interface ShownOffer extends OfferedPlace {
  /** Null: it is in the office of the visit */
  readonly place: PlaceToGo | null;
  /** They may move it once more, and this is it */
  readonly isLast: boolean;
}

/** «Ελευθερώθηκε νωρίτερη ώρα»: taken or not by a button; silence loses nothing. */
export function offerPage(visit: OwnVisit, offer: ShownOffer, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.offer-title");
  const office = nameOfOffice(visit.place, reader);
  const offered = { date: dateTextOf(offer.starts_at), time: clockTextOf(offer.starts_at) };
  const until = clockTextOf(offer.until);
  const { place } = offer;
  const there = place ? inLine(reader.language, nameOfOffice(place, reader), addressInWords(place, reader)) : office;
  const part = (name: string, look: "old" | "new", when: string, where: string) =>
    html`<div class="${look}"><h2>${name}</h2><p class="when">${when}</p><p class="small">${where}</p></div>`;
  const hold = html`<input type="hidden" name="hold" value="${offer.hold}">`;
  const take = html`${versionField(visit.version)}${hold}<input type="hidden" name="at" value="${offered.date}T${offered.time}"><button class="button button--go button--block">${t("visit.offer-take")}</button>`;
  const keep = html`${hold}<button class="button button--block">${t("visit.offer-keep")}</button>`;
  const main = html`<h1>${title}</h1>
<div class="swap">${part(t("visit.offer-new"), "new", whenOf(offered, reader), there)}${part(t("visit.offer-now"), "old", whenOf(visit, reader), office)}</div>${place && html`<p class="under-slip">${t("visit.offer-elsewhere")}</p>`}${offer.isLast ? html`<p class="under-slip"><b>${t("visit.moves-last")}</b></p>` : null}
<div class="btns btns--fit">${linkForm(at, "offer", take)}${linkForm(at, "offer/refuse", keep)}</div>
<p class="after-note">${t("visit.offer-silent", { time: until })}</p>
${linkForm(at, "wish/end", html`<button class="textbtn">${t("visit.wish-end")}</button>`)}`;
  const above = html`<div class="hold noprint"><p>${icon("clock")}<span>${t("visit.offer-held")} <b>${until}</b>.</span></p></div>`;
  return citizensPage({ title, address: ADDRESS.link(token, "offer"), back: partOf(at), above, main }, reader);
}

/** Its time is over, or it was answered: what they have stays. */
export function noOfferPage(visit: OwnVisit, isInLine: boolean, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.late-title");
  const stays = html`<p class="lead">${t("visit.late-text")} <b>${inLine(reader.language, whenOf(visit, reader), nameOfOffice(visit.place, reader))}</b></p>`;
  const main = html`<h1>${title}</h1>${stays}${isInLine ? html`<p>${t("visit.late-stay")}</p>` : null}
${rows([
  { address: partOf(at), label: t("visit.stale-see") },
  { address: partOf(at, "wish"), label: isInLine ? t("visit.late-change") : t("visit.wish") },
])}`;
  return citizensPage({ title, address: ADDRESS.link(token, "offer"), main }, reader);
}
