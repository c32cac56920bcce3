import { LATE_MINUTES } from "../../appointments/statuses.ts";
import { formatPhone, numericDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { icon } from "../frame/icons.ts";
import { mapOf } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { spokenThere } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { access, helpByPhone, slip } from "../frame/slip.ts";
import { toBring } from "../frame/to-bring.ts";
import type { OwnVisit } from "./shown.ts";

export interface DoneFrame {
  /** Its own address, without the language */
  readonly address: string;
  /** Where the calendar's entry is; null: it comes with the letter */
  readonly calendar: string | null;
  /** On the day of the visit: the own place in the line, or how one says that one has come */
  readonly place: Html | null;
  /** Ways to change it */
  readonly acts: Html;
  /** For whoever leaves this browser to the next person */
  readonly shared: Html;
  /** Without an e-mail, where it is found again; null: a letter says so */
  readonly mine: Html | null;
}

/** «Το ραντεβού σας κλείστηκε»: a page to keep, to show and to print. */
export function donePage(
  visit: OwnVisit,
  { address, calendar, place, acts, shared, mine }: DoneFrame,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { t } = reader;
  const title = t("visit.done-title");
  const printed = t("visit.printed-at", {
    brand: t("book.brand"),
    at: `${numericDate(dateTextOf(now))}, ${clockTextOf(now)}`,
  });
  const phone = visit.place.phone ? ` ${formatPhone(visit.place.phone)}.` : "";
  const main = html`<p class="onlyprint small">${printed}</p>${slip(visit, { title, who: null, business: visit.business }, reader)}
<p class="small under-slip">${t("visit.done-show")}${visit.email ? html` <span class="break">${t("visit.done-sent", { email: visit.email })}</span>` : null}</p>${mine}
${place}
${shared}
<div class="btns--row noprint under-slip">${
    calendar
      ? html`<a class="button button--primary" href="${calendar}">${icon("calendar")}${t("visit.calendar")}</a>`
      : null
  } <a class="button" href="${mapOf(visit.place)}">${icon("map")}${t("visit.map")}</a> <button class="button" id="print" type="button" hidden>${icon("print")}${t("paper.print")}</button></div>
${toBring(visit.service, visit.visitCase, reader)}
<h2>${t("visit.on-the-day")}</h2><p>${t("visit.come-early")} ${t("letter.late", { minutes: LATE_MINUTES })}</p>${access(visit, reader)}${spokenThere(reader)}
<h2>${t("visit.if-it-changes")}</h2><p class="noprint">${t("visit.if-it-changes-text")}</p>
<div class="noprint">${acts}</div>
<p class="onlyprint">${t("visit.printed-how")}${phone}</p>`;
  const aside = helpByPhone(visit, reader) ?? undefined;
  return citizensPage({ title, address, main, aside, script: "/paper.js" }, reader);
}
