import { PARTS_OF_DAY } from "../../appointments/parts-of-day.ts";
import { type Html, html } from "../../platform/text/html.ts";
import type { PageReader } from "../frame/reader.ts";
import type { When } from "./when.ts";

/** «Μπορώ μόνο»: ticks, of which each widens what is shown. */
export const whenTicks = (choices: readonly When[], ticked: readonly When[], reader: PageReader): Html =>
  html`<fieldset><legend class="label">${reader.t("book.when-only")}</legend> <div class="checks">${choices.map(
    (name) =>
      html`<label><input type="checkbox" name="when" value="${name}"${ticked.includes(name) ? html` checked` : null}>${whenInWords(name, reader)}</label> `,
  )}</div></fieldset>`;

/** «απόγευμα (από τις 15:00)» */
export function whenInWords(name: When, { t }: PageReader): string {
  if (name === "saturday") return t("book.when-saturday");
  const index = PARTS_OF_DAY.findIndex((part) => part.name === name);
  const to = PARTS_OF_DAY[index]?.to ?? "";
  const from = PARTS_OF_DAY[index - 1]?.to ?? "";
  if (name === "morning") return t("book.when-morning", { to });
  return name === "noon" ? t("book.when-noon", { from, to }) : t("book.when-afternoon", { from });
}

/** «απόγευμα (από τις 15:00) ή Σάββατο» */
export const whensInWords = (when: readonly When[], reader: PageReader): string =>
  new Intl.ListFormat(reader.language, { type: "disjunction" }).format(when.map((name) => whenInWords(name, reader)));
