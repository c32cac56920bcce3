import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { serviceInWords } from "../../frame/names.ts";
import { rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { hashWords, nextDrawWords } from "../draw/draw-page.ts";
import type { DrawView } from "../draw-view.ts";
import { drawingPage } from "../drawing-page.ts";
import { daysWords, onDrawMoment, ticketWords } from "../drawing-words.ts";
import type { DrawResult } from "./result.ts";

interface Lookup {
  /** Null: not published yet */
  readonly result: DrawResult | null;
  /** The number that was sent, whatever it is; undefined: none */
  readonly typed: string | undefined;
}

/** What came out: one's own number first, then the sums, the check, the file and the values. */
export function resultPage(seen: DrawView, { result, typed }: Lookup, reader: PageReader): Html {
  const { draw, service, offices, next } = seen;
  const { t, path } = reader;
  const title = t("draws.of", { draw: draw.number });
  const about = t("draw.result", {
    service: serviceInWords(service, reader),
    days: daysWords(draw, reader),
    offices: offices.length,
    when: draw.drawnAt ? onDrawMoment(draw.drawnAt, reader) : "",
  });
  const main = html`<h1>${title}</h1><p class="sub1">${about}</p>
${result ? html`${lookUp(draw.number, { result, typed }, reader)}${sums(result, reader)}${check(draw.number, result, reader)}` : html`<p class="note">${t("draw.soon")}</p>`}
${next ? html`<p>${nextDrawWords(next, reader)} <a href="${path(ADDRESS.draw(next.number))}">${t("draws.of", { draw: next.number })}</a></p>` : null}
${rows([
  { address: path(ADDRESS.drawHow), label: t("drawHow.title"), small: t("draw.how-small") },
  { address: path(ADDRESS.draws()), label: t("draw.all") },
])}`;
  return drawingPage({ title, address: ADDRESS.draw(draw.number, typed), back: path(ADDRESS.draws()), main }, reader);
}

function lookUp(draw: number, { result, typed }: Lookup, reader: PageReader): Html {
  const { t, path } = reader;
  const isMissing = typed !== undefined && result?.own === undefined;
  const error = isMissing ? html`<p class="field-error" id="number-error">${t("draws.number-missing")}</p>` : null;
  return html`<form class="check" method="get" action="${path(ADDRESS.draw(draw))}"><div class="field${isMissing ? " fe" : ""}"><label for="number">${t(
    "draws.number",
  )}</label><p class="hint" id="number-hint">${t("draws.number-hint")}</p>${error}<div class="row"><input class="input" id="number" name="number" value="${typed ?? ""}" inputmode="numeric" maxlength="20" autocomplete="off" aria-describedby="number-hint${isMissing ? " number-error" : ""}"${isMissing ? html` aria-invalid="true"` : null}><button class="button button--primary">${t(
    "draws.find",
  )}</button></div></div></form>${result && typed !== undefined && !isMissing ? fate(draw, { result, typed }, reader) : null}`;
}

function fate(
  draw: number,
  { result: { own, record }, typed }: { readonly result: DrawResult; readonly typed: string },
  { t }: PageReader,
): Html {
  if (!own)
    return html`<p class="note note--warn after-note" role="status">${t("draw.no-such-number", { number: typed.trim(), draw })}</p>`;
  const hasPlace = own.fate === "drawn";
  const order =
    own.place === null ? t("draws.no-order") : t("draws.in-order", { place: own.place, of: record.order.length });
  return html`<div class="note${hasPlace ? " note--ok" : ""} after-note" role="status"><p><b>${t(`draws.${own.fate}`, { number: ticketWords(own.number) })}</b></p><p>${order}${
    hasPlace ? html` ${t("draw.hour-not-here")}` : null
  }</p><p class="small">${t("draws.fingerprint", { fingerprint: own.fingerprint })}</p></div>`;
}

function sums({ sums: { wishes, places, drawn, waiting, byChoice } }: DrawResult, reader: PageReader): Html {
  const { t } = reader;
  const sum = (name: string, count: number, small: string | null = null): Html =>
    html`<div><dt>${name}</dt><dd>${count}${small ? html` <small>${small}</small>` : null}</dd></div>`;
  return html`<h2>${t("draw.numbers")}</h2><dl class="sums">${sum(t("draw.wishes"), wishes, t("draw.wishes-small"))}${sum(
    t("draw.places"),
    places,
    t("draw.places-small"),
  )}${sum(t("draw.drawn"), drawn)}${sum(t("draw.in-line"), waiting)}</dl><p class="small">${t("draw.choices", byChoice)}</p>`;
}

function check(draw: number, { record }: DrawResult, reader: PageReader): Html {
  const { t, path } = reader;
  const file = `klirosi-${draw}.json`;
  const values = [
    [t("draw.value-seal"), record.secretSeal],
    [t("draw.value-secret"), record.secret],
    [t("draw.value-list"), record.listSeal],
    [t("draw.value-audit"), record.auditHead],
    [t("draw.value-seed"), record.seed],
  ] as const;
  return html`<h2>${t("draw.check")}</h2><p>${t("draw.check-text")}</p><p><a class="button button--primary button--block" href="${path(
    ADDRESS.drawCheckOf(draw),
  )}">${t("draw.check-here")}</a></p>
<h2>${t("draws.own-program")}</h2><p>${t("draw.file-text")}</p><p><a href="${ADDRESS.drawFile(draw)}" download="${file}">${file}</a></p><p class="note"><code lang="en" dir="ltr">visits draw verify ${file}</code></p>
<details class="values"><summary>${t("draw.values")}</summary><p>${t("draw.lots")} ${t("draws.rule-told")}</p><dl>${values.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${hashWords(value)}</dd></div>`,
  )}<div><dt>${t("draw.value-rule")}</dt><dd>${record.rule}</dd></div></dl></details>`;
}
