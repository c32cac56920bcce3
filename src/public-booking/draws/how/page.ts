import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { icon } from "../../frame/icons.ts";
import { citizensPage } from "../../frame/page.ts";
import { rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { HOW_STYLE } from "./how-style.ts";
import { type HowStep, picture } from "./pictures.ts";
import { type HowTerms, questions } from "./questions.ts";

/**
 * «Πώς μοιράζονται οι θέσεις», an easy text: no sentence is longer than 15 words. On paper it is one sheet, for the board of
 * an office.
 */
export function howPage(terms: HowTerms, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("drawHow.title");
  const main = html`<div class="sharing"><p class="onlyprint small">${t("book.brand")}</p><h1>${title}</h1><p class="lead">${t("drawHow.lead")}</p>
${steps(terms, reader)}
${example(reader)}
${questions(terms, reader)}
<div class="btns--row noprint under-slip"><button class="button" id="print" type="button" hidden>${icon("print")}${t("drawHow.print")}</button></div>
<div class="noprint">${rows([{ address: path(ADDRESS.drawCheck), label: t("draws.title") }])}</div></div>`;
  const head = html`
<link rel="stylesheet" href="${HOW_STYLE.address}">`;
  return citizensPage({ title, address: ADDRESS.drawHow, main, head, script: "/paper.js" }, reader);
}

function steps({ answerDays }: HowTerms, { t }: PageReader): Html {
  const step = (name: HowStep, ...lines: readonly string[]): Html =>
    html`<li>${picture(name)}<div><h2>${t(`drawHow.${name}`)}</h2>${lines.map((line) => html`<p>${line}</p>`)}</div></li>`;
  return html`<ol class="sharing__steps">${step(
    "write",
    t("drawHow.write-1"),
    t("drawHow.write-2"),
    t("drawHow.write-3"),
    t("drawHow.write-4"),
  )}${step("hurry", t("drawHow.hurry-1"))}${step("draw", t("drawHow.draw-1"), t("drawHow.draw-2"))}${step(
    "turn",
    t("drawHow.turn-1"),
    t("drawHow.turn-2"),
  )}${step(
    "letters",
    t("drawHow.letters-1"),
    t("drawHow.letters-2"),
    t("drawHow.letters-days", { days: answerDays }),
    t("drawHow.letters-3"),
  )}</ol>`;
}

/** Two places, and three people in the order that was drawn: the rule gives them the same (how.test.ts). */
function example({ t }: PageReader): Html {
  const person = (name: "first" | "second" | "third", outcome: Html): Html =>
    html`<li><div><b>${t(`drawHow.${name}`)}</b> <p class="small">${t(`drawHow.${name}-wish`)}</p>${outcome}</div></li>`;
  const place = (name: "first" | "second"): Html => html`<p class="sharing__place">${t(`drawHow.${name}-gets`)}</p>`;
  return html`<section class="sharing__example" aria-labelledby="example"><h2 id="example">${t("drawHow.example")}</h2><p>${t(
    "drawHow.example-text",
  )}</p><ol>${person("first", place("first"))}${person("second", place("second"))}${person(
    "third",
    html`<p class="sharing__wait">${t("drawHow.third-waits")}</p>`,
  )}</ol></section>`;
}
