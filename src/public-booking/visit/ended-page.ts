import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { citizensPage } from "../frame/page.ts";
import { list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

/** Nothing is left at a shared device: what went, and what we cannot clear. */
export function endedPage({ hadTaxisnet }: { readonly hadTaxisnet: boolean }, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("visit.ended-title");
  const gone = [t("visit.ended-typed"), t("visit.ended-back"), ...(hadTaxisnet ? [t("visit.ended-taxisnet")] : [])];
  const main = html`<p class="endmark">${icon("yes")}</p><h1>${title}</h1><p class="lead">${t("visit.ended-text")}</p>
${list(gone)}
<p class="note note--warn small after-note">${t("visit.ended-check")}</p>
<div class="btns btns--fit after-note"><a class="button button--primary" href="${path(ADDRESS.start)}">${t("visit.ended-new")}</a></div>
<p class="small after-note">${t("visit.ended-close")}</p>`;
  return citizensPage({ title, address: ADDRESS.ended, main }, reader);
}
