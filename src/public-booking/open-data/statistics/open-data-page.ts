import { type Html, html } from "../../../platform/text/html.ts";
import { paragraphs, points } from "../../find/legal/marked.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import type { PageReader } from "../../frame/reader.ts";
import { fileAddress, LICENCE, OPEN_DATA_PATH, STATISTICS_PATH } from "./addresses.ts";
import type { OpenMonths, OpenVersion } from "./contract.ts";

/** Older ones are in the list for programs */
const MONTHS_SHOWN = 12;

/** What is published of the visits to all offices: files, versions and what they mean. */
export function openDataPage(published: OpenMonths, reader: PageReader): Html {
  const { t } = reader;
  const title = t("finder.open-title");
  const main = html`<div class="legal"><h1>${title}</h1><p class="lead">${t("finder.open-lead")}</p>
<h2>${t("finder.open-what")}</h2>${points(t("finder.open-counts"), t("finder.open-access"), t("finder.open-few"), t("finder.open-empty"))}
<h2>${t("finder.open-files")}</h2>${months(published, reader)}
<ul class="ul"><li><a href="${STATISTICS_PATH}">${t("finder.open-all")}</a></li><li><a href="${STATISTICS_PATH}/schema.json">${t("finder.open-fields")}</a></li><li><a href="${OPEN_DATA_PATH}/catalogue.jsonld">${t("finder.open-catalogue")}</a></li></ul>
<p><a href="${LICENCE}">${t("finder.open-licence")}</a></p></div>`;
  return citizensPage({ title, address: ADDRESS.openData, main }, reader);
}

function months({ months: all, nextMonth, nextOn }: OpenMonths, reader: PageReader): Html {
  const { t } = reader;
  const list = html`<ul class="ul">${all.slice(0, MONTHS_SHOWN).flatMap((one) => monthItem(one, reader) ?? [])}</ul>`;
  const next =
    nextMonth && nextOn
      ? paragraphs(t("finder.open-next", { month: monthName(nextMonth, reader), date: dayName(nextOn, reader) }))
      : null;
  return html`${all.length > 0 ? list : paragraphs(t("finder.open-none"))}${next}`;
}

function monthItem({ month, versions: [newest] }: OpenMonths["months"][number], reader: PageReader): Html | null {
  const { t } = reader;
  if (!newest) return null;
  const name = monthName(month, reader);
  const file = (format: "csv" | "json") => {
    const size = Math.ceil(newest[format].bytes / 1_024);
    const label = t("finder.open-size", { format: format.toUpperCase(), size });
    return html`<a href="${fileAddress(month, format)}"><span class="visually-hidden">${name}: </span>${label}</a>`;
  };
  const correction = newest.correction ? html` ${t("finder.open-fixed")}${noteWords(newest.note, reader)}` : null;
  return html`<li><strong>${name}</strong> (${t("finder.open-version", { version: newest.version })}): ${file("csv")} · ${file("json")}.${correction}</li>`;
}

/** Somebody's own words: Greek, and English for all others. */
function noteWords(note: OpenVersion["note"], { language }: PageReader): Html | null {
  if (!note) return null;
  if (language === "el") return html` ${note.greek}`;
  return html` <span lang="en" dir="ltr">${note.english}</span>`;
}

const monthName = (month: string, reader: PageReader): string =>
  dateIn(`${month}-01`, reader, { month: "long", year: "numeric" });
const dayName = (date: string, reader: PageReader): string =>
  dateIn(date, reader, { day: "numeric", month: "numeric", year: "numeric" });

const dateIn = (date: string, { language }: PageReader, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(`${language === "en" ? "en-GB" : language}-u-ca-gregory-nu-latn`, {
    ...options,
    timeZone: "UTC",
  }).format(new Date(date));
