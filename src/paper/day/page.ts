import { longDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { type Text, textIn } from "../../text/text.ts";
import { fitOf } from "../fit.ts";
import { footOf } from "../foot.ts";
import { printedPage, type Reader } from "../frame.ts";
import { queueAndEmployee, sheetLines } from "./lines.ts";
import { pagesOf } from "./pages.ts";
import type { DaySheet } from "./print-day.ts";
import { rowOf } from "./row.ts";
import { dayTools } from "./tools.ts";
import "../../text/server.ts";

/** Millimetres for the queues beside the date, and the rows that they have there */
const LEGEND = 95;
const LEGEND_ROWS = 2;

/** «Εκτύπωση ημέρας»: on each sheet of paper the day, the office, its part of the list and where it came from. */
export function dayPage(sheet: DaySheet, reader: Reader): Html {
  const t = textIn(reader.language);
  const day = longDate(sheet.print.date, reader.language);
  const legend = sheet.queues.map((queue) => queueAndEmployee(queue, t)).join(", ");
  const { size, rows } = fitOf(legend, LEGEND);
  const headRows = Math.max(0, rows - LEGEND_ROWS);
  // One that is longer than the head's usual height stands on the first page only.
  const isLegendOn = (page: number) => page === 0 || headRows === 0;
  const { isDense, pages } = pagesOf(sheetLines(sheet, { t, language: reader.language }), headRows);
  const paper = pages.map((lines, index) => {
    const place = { page: index + 1, pages: pages.length };
    return html`<section class="paper ${isDense ? "dense" : "roomy"}" aria-label="${t("paper.page", place)}">
<header><div><p>${officeWords(sheet, t)}</p>${index === 0 ? html`<h1>${day}</h1>` : html`<p class="day">${day}</p>`}</div>
<div class="legend">${isLegendOn(index) ? html`<p class="${size}">${legend}</p>` : null}<p>${summaryOf(sheet, t)}</p></div></header>
<table${sheet.wish.phones === "none" ? null : html` class="with-phones"`}>${headOf(sheet, t)}<tbody>
${lines.map((line) => rowOf(line, sheet.wish.phones !== "none", t))}</tbody></table>
${footOf(sheet.print, place, t)}
</section>
`;
  });
  const title = t("paper.day-title", { day });
  return printedPage({ title, tools: dayTools(sheet, reader), paper: html`${paper}` }, reader);
}

const officeWords = ({ office: { name, code } }: DaySheet, t: Text): string => t("paper.office", { name, code });

function summaryOf({ wish: { queue }, visits }: DaySheet, t: Text): Html {
  const count = t("paper.visits", { count: visits.length });
  return queue === undefined
    ? html`<strong>${count}</strong>, ${t("paper.queues-all").toLowerCase()}`
    : html`<strong>${count}</strong>`;
}

const COLUMNS = ["time", "queue", "person", "service", "phone", "minutes", "arrived", "served", "note"] as const;

function headOf({ wish: { phones } }: DaySheet, t: Text): Html {
  const shown = COLUMNS.filter((column) => column !== "phone" || phones !== "none");
  return html`<thead><tr>${shown.map(
    (column) => html`<th scope="col" class="${column}">${t(`paper.${column}`)}</th>`,
  )}</tr></thead>`;
}
