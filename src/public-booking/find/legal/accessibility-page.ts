import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import type { PageReader } from "../../frame/reader.ts";
import { marked, paragraphs, points } from "./marked.ts";

/** Δήλωση προσβασιμότητας (law 4727/2020, articles 36 and on). */
export function accessibilityPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("finder.accessible-title");
  const main = html`<div class="legal"><h1>${title}</h1><p class="lead">${marked(t("finder.accessible-lead"))}</p>${paragraphs(t("finder.accessible-scope"))}
<h2>${t("finder.accessible-can")}</h2>${points(t("finder.accessible-zoom"), t("finder.accessible-keys"), t("finder.accessible-reader"), t("finder.accessible-script"), t("finder.accessible-time"))}
<h2>${t("finder.accessible-status")}</h2>${paragraphs(t("finder.accessible-status-text"))}
<h2>${t("finder.accessible-not")}</h2>${points(t("finder.accessible-not-text"))}${paragraphs(t("finder.accessible-burden"))}
<h2>${t("finder.accessible-made")}</h2>${paragraphs(t("finder.accessible-made-text"))}
<h2>${t("finder.accessible-tell")}</h2>${paragraphs(t("finder.accessible-tell-text"))}<p>${t("finder.accessible-instead")} <a href="${path(ADDRESS.offices())}">${t("finder.accessible-call")}</a></p>
<h2>${t("finder.accessible-complain")}</h2>${paragraphs(t("finder.accessible-complain-text"))}</div>`;
  return citizensPage({ title, address: ADDRESS.accessibility, main }, reader);
}
