import { formatPhone, formatReference, longDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { type Text, textIn } from "../../text/text.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { Slip } from "./print-slip.ts";
import "../../text/server.ts";

/** «Σημείωμα για τον πολίτη», in the language of the appointment. Whose it is it need not say. */
export function slipPage({ office, appointment, service }: Slip, reader: Reader): Html {
  const { date, time, language, reference } = appointment;
  const t = textIn(language);
  const isEnglish = language === "en";
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t("paper.slip-where"), placeOf(office, isEnglish)],
    [t("paper.slip-phone"), office.phone && formatPhone(office.phone)],
    [t("paper.slip-service"), isEnglish ? service?.nameEn : service?.name],
    [t("paper.slip-bring"), (isEnglish ? service?.bringEn : null) ?? service?.bring],
  ];
  const paper = html`<article class="paper slip" lang="${language}">
<h1>${t("paper.slip-title")}</h1>
<p class="when"><strong>${longDate(date, language)}</strong> ${t("paper.slip-at", { time })}</p>
<dl>${facts.map(fact)}<div><dt>${t("paper.slip-reference")}</dt><dd class="reference">${formatReference(reference)}</dd></div></dl>
<p>${t("paper.slip-absent")}</p>
</article>`;
  return printedPage({ title: titleOf(date, reader), tools: toolsBack(appointment, reader), paper }, reader);
}

const fact = ([name, value]: readonly [string, string | null | undefined]): Html =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : html``;

function placeOf({ name, nameEn, address, postcode, municipality }: Slip["office"], isEnglish: boolean): string {
  const street = [address, postcode].filter((part) => part !== null).join(", ");
  return [(isEnglish && nameEn) || name, street || municipality].join(", ");
}

function titleOf(date: string, { language }: Reader): string {
  const t: Text = textIn(language);
  return t("paper.slip-page", { day: longDate(date, language) });
}

function toolsBack({ office, date, id }: Slip["appointment"], reader: Reader): Html {
  const label = textIn(reader.language)("paper.back");
  return toolsOf(
    { back: { label, address: `/offices/${encodeURIComponent(office)}/days/${date}?panel=${id}` } },
    reader,
  );
}
