import { type Html, html } from "../../../platform/text/html.ts";
import { needsFields } from "../../form/needs-fields.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import { type AtLink, linkForm, partOf, versionField, visitFacts } from "../at-link.ts";
import type { OwnVisit } from "../shown.ts";

/** What is to be ready for an appointment that there is: ticked, or taken back. */
export function needsPage(visit: OwnVisit, keptDays: number, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("book.needs-title");
  const inside = html`${versionField(visit.version)}${needsFields(visit, keptDays, reader)}<button class="button button--primary button--block">${t(
    "visit.address-save",
  )}</button>`;
  const main = html`<h1>${title}</h1>${visitFacts(visit, reader)}${linkForm(at, "needs", inside)}`;
  return citizensPage({ title, address: ADDRESS.link(token, "needs"), back: partOf(at), main }, reader);
}
