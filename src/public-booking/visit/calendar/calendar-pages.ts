import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { icon } from "../../frame/icons.ts";
import { citizensPage } from "../../frame/page.ts";
import { list } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { type AtLink, linkForm, partOf } from "../at-link.ts";

/** What it means that a calendar follows the appointment, before there is an address for it. */
export function calendarPage({ isFollowed }: { readonly isFollowed: boolean }, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.follow");
  const make = html`<button class="button button--primary button--block">${icon("calendar")}${t(
    isFollowed ? "visit.follow-new" : "visit.follow-make",
  )}</button>`;
  const end = html`<button class="button button--danger button--block">${t("visit.follow-end")}</button>`;
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.follow-text")}</p>
${list([t("visit.follow-sees"), t("visit.follow-sees-not"), t("visit.follow-secret"), t("visit.follow-until")])}
${isFollowed ? html`<div class="note"><p>${t("visit.follow-is")}</p></div>` : null}
${linkForm(at, "calendar", make)}${isFollowed ? linkForm(at, "calendar/end", end) : null}
<p class="small under-slip"><a href="${partOf(at, "calendar.ics")}">${t("visit.to-calendar")}</a>. ${t("visit.follow-once")}</p>`;
  return citizensPage({ title, address: ADDRESS.link(token, "calendar"), back: partOf(at), main }, reader);
}

/** The address, to be pressed or copied: it is shown here alone. @param site without a last slash */
export function calendarAddressPage(token: string, site: string, reader: PageReader): Html {
  const { t } = reader;
  const title = t("visit.follow-address");
  const address = `${site}${ADDRESS.calendar(token, "visit.ics")}`;
  const main = html`<h1>${title}</h1><p><a class="button button--primary button--block" href="${address.replace(/^https?:/, "webcal:")}">${icon(
    "calendar",
  )}${t("visit.follow-open")}</a></p>
<h2>${t("visit.follow-copy")}</h2><p>${t("visit.follow-copy-text")}</p><p class="break"><code dir="ltr">${address}</code></p>
${list([t("visit.follow-sees"), t("visit.follow-secret"), t("visit.follow-until")])}`;
  return citizensPage({ title, address: ADDRESS.calendar(token), main }, reader);
}
