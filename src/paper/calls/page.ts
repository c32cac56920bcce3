import { fullName } from "../../appointments/person.ts";
import { formatPhone, longDate, minuteOf, shortDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { callPurpose } from "../../proposals/call-purpose.ts";
import type { ListedCall } from "../../proposals/contract.ts";
import { type Text, textIn } from "../../text/text.ts";
import { fitOf } from "../fit.ts";
import { footOf } from "../foot.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { CallSheet } from "./print-calls.ts";
import "../../text/server.ts";

/** High rows, for a note; what is left of the page is for names that are longer than others */
const CALLS_A_PAGE = 14;
/** Millimetres */
const NAME_ROOM = 54;

/** «Λίστα κλήσεων» on paper: whom to call about what, with boxes for what it came to. */
export function callsPage(sheet: CallSheet, reader: Reader): Html {
  const { office, calls, print } = sheet;
  const t = textIn(reader.language);
  const day = longDate(print.date, reader.language);
  const title = t("paper.calls-title", { day });
  const pages = pagesOfCalls(calls);
  const paper = pages.map((part, index) => {
    const place = { page: index + 1, pages: pages.length };
    return html`<section class="paper calls" aria-label="${t("paper.page", place)}">
<header><div><p>${t("paper.office", { name: office.name, code: office.code })}</p>${
      index === 0 ? html`<h1>${title}</h1>` : html`<p class="day">${title}</p>`
    }</div><p><strong>${countWords(calls, t)}</strong></p></header>
<table>${headOfCalls(t)}<tbody>
${part.map((call) => callRow(call, sheet, reader, t))}</tbody></table>
${footOf(print, place, t)}
</section>
`;
  });
  const back = {
    label: t("paper.back-to-calls"),
    address: `/offices/${encodeURIComponent(office.code)}/calls/${print.date}`,
  };
  return printedPage({ title, tools: toolsOf({ back }, reader), paper: html`${paper}` }, reader);
}

/** Whom nobody can call is no call. */
function countWords(calls: readonly ListedCall[], t: Text): string {
  const count = calls.filter(({ appointment }) => appointment.phone !== null).length;
  const withoutPhone = calls.length - count;
  const words = t("paper.calls", { count });
  return withoutPhone === 0 ? words : `${words}, ${t("paper.calls-no-phone", { count: withoutPhone })}`;
}

/** At least one page, which says that there is nobody to call. */
export function pagesOfCalls<Call>(calls: readonly Call[]): (readonly Call[])[] {
  const count = Math.max(1, Math.ceil(calls.length / CALLS_A_PAGE));
  return Array.from({ length: count }, (_, page) => calls.slice(page * CALLS_A_PAGE, (page + 1) * CALLS_A_PAGE));
}

const headOfCalls = (t: Text): Html =>
  html`<thead><tr><th scope="col" class="person">${t("paper.person")}</th><th scope="col" class="phone">${t(
    "paper.phone",
  )}</th><th scope="col" class="places">${t("paper.was")} / ${t("paper.now")}</th><th scope="col" class="arrived">${t(
    "paper.agreed",
  )}</th><th scope="col" class="served">${t("paper.no-answer")}</th><th scope="col" class="note">${t("paper.note")}</th></tr></thead>`;

function callRow(call: ListedCall, sheet: CallSheet, reader: Reader, t: Text): Html {
  const { appointment, outcome } = call;
  const box = (isTicked: boolean) => html`<span class="box">${isTicked ? "✓" : null}</span>`;
  const name = fullName(appointment, t);
  return html`<tr><td class="person ${fitOf(name, NAME_ROOM).size}"><b>${name}</b>${
    call.isUrgent ? html`<br>${t("rules.calls-urgent")}` : null
  }</td><td class="phone">${
    appointment.phone ? formatPhone(appointment.phone) : t("paper.no-phone")
  }</td><td class="places">${placesOf(call, sheet, reader, t)}</td><td class="arrived">${box(
    outcome === "agreed",
  )}</td><td class="served">${box(outcome === "no-answer")}</td><td class="note">${
    outcome === "declined" ? t("rules.outcome-declined") : null
  }</td></tr>
`;
}

/** The appointment as the citizen knows it, as it is now, and what else there is to tell. */
function placesOf(call: ListedCall, sheet: CallSheet, { language }: Reader, t: Text): Html {
  const { appointment, was, why } = call;
  const { isOff, isKnown } = callPurpose(call);
  const words = ({ date, time, queue }: ListedCall["was"]) =>
    t("paper.place", { day: shortDate(date, language), time, queue: sheet.queues.get(queue) ?? String(queue) });
  const isEarlier = !isOff && was.date === appointment.date && minuteOf(appointment.time) < minuteOf(was.time);
  const now = isOff
    ? html`<b>${t("rules.calls-cancelled")}</b>`
    : html`<b>${t("paper.now")}: ${words(appointment)}</b>`;
  return html`${isKnown ? null : html`${t("paper.was")}: ${words(was)}<br>`}${now}${
    why === "kept" ? html` ${t("paper.stays")}` : null
  }${isEarlier ? html`<br>${t("paper.earlier", { from: was.time, to: appointment.time })}` : null}${
    why === "undelivered" ? html`<br>${t("rules.calls-undelivered")}` : null
  }`;
}
