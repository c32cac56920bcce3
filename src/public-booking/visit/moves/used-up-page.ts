import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import { rows } from "../../frame/parts.ts";
import { helpByPhone } from "../../frame/slip.ts";
import { type AtLink, partOf, visitFacts } from "../at-link.ts";
import type { OwnVisit } from "../shown.ts";

/** «Η ώρα δεν αλλάζει άλλη φορά»: what stands, and what can still be done. */
export function movesUsedUpPage(visit: OwnVisit, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.moves-none-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.moves-none")}</p>${visitFacts(visit, reader)}
<p class="under-slip">${t("visit.moves-none-ways")}</p>
${rows([
  { address: partOf(at), label: t("visit.stale-see") },
  { address: partOf(at, "cancel"), label: t("visit.cancel") },
])}`;
  const aside = helpByPhone(visit, reader) ?? undefined;
  return citizensPage({ title, address: ADDRESS.link(token), back: partOf(at), main, aside }, reader);
}

/** Below the slip, before anything is pressed; null: there is more than one time left to move it. */
export function movesLeftNote(left: number, { reader: { t } }: AtLink): Html | null {
  if (left > 1) return null;
  if (left === 1) return html`<p class="under-slip noprint">${t("visit.moves-one-left")}</p>`;
  return html`<p class="under-slip noprint">${t("visit.moves-none")} ${t("visit.moves-none-ways")}</p>`;
}
