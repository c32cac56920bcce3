import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, titleWith } from "../frame/fields.ts";
import { nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { facts } from "../frame/parts.ts";
import { type AtLink, linkForm, partOf } from "../visit/at-link.ts";
import { type OwnVisit, whenOf } from "../visit/shown.ts";
import type { NearOffice } from "./offices-near.ts";
import type { Wish } from "./wish.ts";
import { wishFields } from "./wish-fields.ts";

interface Shown {
  readonly visit: OwnVisit;
  readonly wish: Wish;
  /** Where they may wish for a place, their own office first */
  readonly choices: readonly NearOffice[];
  /** They are in line already */
  readonly isMade: boolean;
  readonly offerMinutes: number;
  readonly errors: readonly FieldError[];
}

/** «Θέλετε νωρίτερη ώρα;», with the order in which places are given. */
export function wishPage({ visit, wish, choices, isMade, offerMinutes, errors }: Shown, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.wish-title");
  const inside = html`<div class="cform">${wishFields({ wish, choices, errors }, reader)}
<button class="button button--go button--block">${t("visit.wish-save")}</button></div>`;
  const end = isMade ? linkForm(at, "wish/end", html`<button class="textbtn">${t("visit.wish-end")}</button>`) : null;
  const have = { name: t("visit.wish-have"), value: whenOf(visit, reader), small: nameOfOffice(visit.place, reader) };
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.wish-lead")}</p>${facts([have], reader)}
${linkForm(at, "wish", inside)}${end}
<h2>${t("visit.wish-how")}</h2><p>${t("visit.wish-order")} ${t("visit.wish-one-line")}</p><p>${t("visit.wish-held", { minutes: offerMinutes })} ${t("visit.wish-night")}</p>`;
  const address = ADDRESS.link(token, "wish");
  const above = errorSummary(errors, reader);
  return citizensPage({ title: titleWith(errors, title, reader), address, back: partOf(at), above, main }, reader);
}
