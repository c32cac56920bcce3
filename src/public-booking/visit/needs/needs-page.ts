import { type Html, html } from "../../../platform/text/html.ts";
import { needsFields } from "../../form/needs-fields.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import { type AtLink, linkForm, partOf, versionField, visitFacts } from "../at-link.ts";
import type { OwnVisit } from "../shown.ts";

/** What is to be ready for an appointment that there is: ticked, or taken back. */
export function needsPage(visit: OwnVisit, { keptDays, isTooShort }: Shown, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("book.needs-title");
  // What else is ticked goes along, and is stored.
  const longerTimes = html`<button class="textbtn" name="then" value="days">${t("book.longer-times")}</button>`;
  const inside = html`${versionField(visit.version)}${needsFields(visit, { keptDays, longerElsewhere: isTooShort ? longerTimes : null }, reader)}<button class="button button--primary button--block">${t(
    "visit.address-save",
  )}</button>`;
  const main = html`<h1>${title}</h1>${visitFacts(visit, reader)}${linkForm(at, "needs", inside)}`;
  return citizensPage(
    {
      title: isTooShort ? t("book.error-title", { title }) : title,
      address: ADDRESS.link(token, "needs"),
      back: partOf(at),
      main,
    },
    reader,
  );
}

interface Shown {
  readonly keptDays: number;
  /** There is no room for longer behind it */
  readonly isTooShort: boolean;
}
