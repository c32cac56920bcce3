import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";
import { type SeenHere, seenLine } from "../visit/seen-page.ts";
import { paging, whoIsSignedIn } from "./frame.ts";
import type { OwnVisits } from "./own-visits.ts";

interface TrailFrame {
  readonly page: number;
  readonly mark: string;
}

/** Who did or saw what of the appointments of one page of the list, over all offices: role and office, never a name. */
export function allSeenPage(
  list: OwnVisits,
  entries: readonly SeenHere[],
  { page, mark }: TrailFrame,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const title = t("visit.seen-title");
  const lines = entries.map((entry) => seenLine(entry, reader));
  const main = html`${whoIsSignedIn(list, mark, reader)}<h1>${title}</h1><p class="sub1">${t("mine.seen-order")}</p>
${lines.length === 0 ? html`<p>${t("visit.seen-none")}</p>` : html`<ol class="log">${lines}</ol>`}${paging(ADDRESS.mine("seen"), { page, areMore: list.areMore }, reader)}
<p class="small under-slip">${t("visit.seen-roles")}</p>
<h2>${t("visit.seen-wrong")}</h2><p><a href="${path(ADDRESS.privacy)}">${t("visit.seen-ask")}</a></p>`;
  return citizensPage({ title, address: ADDRESS.mine("seen"), back: path(ADDRESS.mine()), main }, reader);
}
