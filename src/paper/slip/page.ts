import { visitCaseOf } from "../../appointments/field/visit-case.ts";
import { LATE_MINUTES } from "../../appointments/statuses.ts";
import { formatPhone, formatReference, longDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { bringLines } from "../../text/bring-lines.ts";
import { type CitizensLanguage, inLine, writingDirection } from "../../text/languages.ts";
import { greekAmong, localName } from "../../text/local-names.ts";
import { type Text, textIn } from "../../text/text.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { Slip } from "./print-slip.ts";
import "../../text/server.ts";

/** «Σημείωμα για τον πολίτη», in the language of the appointment. Whose it is it need not say. */
export function slipPage({ office, appointment, services, ownWords, language }: Slip, reader: Reader): Html {
  const { date, time, reference } = appointment;
  const t = textIn(language);
  const translated = (greek: string): string | null => ownWords.get(greek) ?? null;
  const names = new Map(
    services.map((service) => [service.code, localName(service, language, translated(service.name))]),
  );
  const nameOf = (code: string): string => names.get(code) ?? code;
  const bring = bringLines(services, visitCaseOf(appointment), { t, language, translated, nameOf });
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t("paper.slip-where"), placeOf(office, language)],
    [t("paper.slip-phone"), office.phone && formatPhone(office.phone)],
    [t("paper.slip-service"), [...names.values()].join(", ")],
    [t("letter.business"), appointment.business?.name],
    [t("paper.slip-bring"), bring.join("\n")],
  ];
  const paper = html`<article class="paper slip" lang="${language}" dir="${writingDirection(language)}">
<h1>${t("paper.slip-title")}</h1>
<p class="when"><strong>${longDate(date, language)}</strong> ${t("paper.slip-at", { time })}</p>
<dl>${facts.map(fact)}<div><dt>${t("paper.slip-reference")}</dt><dd class="reference">${formatReference(reference)}</dd></div></dl>
<p>${t("letter.late", { minutes: LATE_MINUTES })} ${t("paper.slip-absent")}</p>
</article>`;
  return printedPage({ title: titleOf(date, reader), tools: toolsBack(appointment, reader), paper }, reader);
}

const fact = ([name, value]: readonly [string, string | null | undefined]): Html =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : html``;

function placeOf(office: Slip["office"], language: CitizensLanguage): string {
  const { address, postcode, municipality } = office;
  const street = [address, postcode].filter((part) => part !== null).join(", ");
  return inLine(language, localName(office, language), greekAmong(street || municipality, language));
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
