import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { ADDRESS } from "../frame/address.ts";
import { addressInWords, nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import { helpByPhone } from "../frame/slip.ts";
import type { PlaceToGo } from "../office-sql.ts";
import { type AtLink, linkForm, partOf, versionField, visitFacts } from "./at-link.ts";
import { type OwnVisit, whenOf } from "./shown.ts";

/** Before a time is given back for good. */
export function cancelPage(visit: OwnVisit, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.cancel-title");
  const buttons = html`${versionField(visit.version)}<div class="btns btns--fit"><button class="button button--danger">${t(
    "visit.cancel-yes",
  )}</button> <a class="button" href="${partOf(at)}">${t("visit.cancel-no")}</a></div>`;
  const main = html`<h1>${title}</h1>
${visitFacts(visit, reader)}
<p class="under-slip">${t("visit.cancel-text")}</p>${linkForm(at, "cancel", buttons)}
<p class="small under-slip">${t("visit.only-other-time")} <a href="${partOf(at, "days")}">${t("visit.only-other-time-link")}</a></p>`;
  return citizensPage({ title, address: ADDRESS.link(token, "cancel"), back: partOf(at), main }, reader);
}

interface Cancelled {
  readonly by: "citizen" | "office";
  /** It was opened from the list of whoever is signed in */
  readonly isListed: boolean;
}

/** All that is left to see of a cancelled appointment. */
export function cancelledPage(visit: OwnVisit, { by, isListed }: Cancelled, at: AtLink): Html {
  const { reader, token } = at;
  const { t, path } = reader;
  const title = t("visit.cancelled-title");
  const sent = visit.email
    ? html` <span class="break">${t("visit.cancelled-sent", { email: visit.email })}</span>`
    : null;
  const main = html`<h1>${title}</h1>
<p class="lead">${inLine(reader.language, whenOf(visit, reader), nameOfOffice(visit.place, reader))}</p>
<p>${t(`visit.cancelled-by-${by}`)}${by === "citizen" ? sent : null}</p>
${rows([
  ...(isListed ? [{ address: path(ADDRESS.mine()), label: t("mine.back") }] : []),
  { address: path(ADDRESS.start), label: t("visit.over-new") },
])}`;
  const aside = helpByPhone(visit, reader) ?? undefined;
  return citizensPage({ title, address: ADDRESS.link(token, "cancelled"), main, aside }, reader);
}

/** It goes on in another office, under a link of its own. */
export function transferredPage(visit: OwnVisit, to: PlaceToGo, { by, isListed }: Cancelled, at: AtLink): Html {
  const { reader, token } = at;
  const { language, t, path } = reader;
  const office = nameOfOffice(to, reader);
  const title = t("visit.transferred-title", { office });
  const before = inLine(language, whenOf(visit, reader), nameOfOffice(visit.place, reader));
  const main = html`<h1>${title}</h1>
<p class="lead">${inLine(language, office, addressInWords(to, reader))}</p>
<p>${t(`visit.transferred-by-${by}`)}</p>
<p class="small">${t("visit.transferred-from", { visit: before })}</p>
${rows([
  isListed
    ? { address: path(ADDRESS.mine()), label: t("mine.back") }
    : { address: path(ADDRESS.find), label: t("visit.over-find"), small: t("visit.over-find-by") },
])}`;
  return citizensPage({ title, address: ADDRESS.link(token, "cancelled"), main }, reader);
}
