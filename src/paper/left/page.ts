import { numericDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { textIn } from "../../text/text.ts";
import type { LeftRow } from "../contract.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { LeftSheet } from "./print-left.ts";
import "../../text/server.ts";

/** «Μένουν στο χαρτί»: each row as it was written, and why it was not brought in. */
export function leftPage({ office, rows, by, at }: LeftSheet, reader: Reader): Html {
  const t = textIn(reader.language);
  const title = t("paper.left-title");
  const when = `${numericDate(dateTextOf(at))}, ${clockTextOf(at)}`;
  const paper = html`<article class="paper answer left">
<header><p>${t("paper.office", { name: office.name, code: office.code })}</p><p><strong>${t("paper.left-rows", {
    count: rows.length,
  })}</strong></p></header>
<h1>${title}</h1>
<p>${t("paper.left-about")}</p>
<table><thead><tr><th scope="col">${t("paper.left-row")}</th><th scope="col">${t("paper.left-written")}</th><th scope="col">${t(
    "paper.left-why",
  )}</th><th scope="col" class="note">${t("paper.note")}</th></tr></thead><tbody>
${rows.map(leftRow)}</tbody></table>
<p>${t("paper.left-foot", { name: by, at: when })} <strong>${t("paper.left-destroy")}</strong></p>
</article>`;
  const back = { label: t("paper.back-to-diary"), address: `/offices/${encodeURIComponent(office.code)}/diary` };
  return printedPage({ title, tools: toolsOf({ back }, reader), paper }, reader);
}

const leftRow = ({ label, cells, why }: LeftRow): Html =>
  html`<tr><td>${label}</td><td><b>${cells.filter(Boolean).join(" | ")}</b></td><td>${why}</td><td></td></tr>
`;
