import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import { rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";

/** How a visit goes, for whoever reads slowly: one thought a line, numbered steps. */
export function easyPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("easy.title");
  const steps = [
    [t("easy.book"), t("easy.book-1"), t("easy.book-2"), t("easy.book-3"), t("easy.book-4")],
    [t("easy.code"), t("easy.code-1"), t("easy.code-2")],
    [t("easy.bring"), t("easy.bring-1"), t("easy.bring-2")],
    [t("easy.go"), t("easy.go-1"), t("easy.go-2")],
    [t("easy.say"), t("easy.say-1"), t("easy.say-2")],
    [t("easy.counter"), t("easy.counter-1"), t("easy.counter-2")],
  ] as const;
  const main = html`<div class="easy"><h1>${title}</h1><p class="lead">${t("easy.lead")}</p>
<h2>${t("easy.what")}</h2>${lines(t("easy.what-1"), t("easy.what-2"), t("easy.what-3"), t("easy.what-4"))}
<ol class="easy__steps">${steps.map(([heading, ...said]) => html`<li><h2>${heading}</h2>${lines(...said)}</li>`)}</ol>
<h2>${t("easy.cannot")}</h2>${lines(t("easy.cannot-1"), t("easy.cannot-2"))}
<h2>${t("easy.help")}</h2>${lines(t("easy.help-1"))}
${rows([
  { address: path(ADDRESS.start), label: t("easy.begin") },
  { address: path(ADDRESS.find), label: t("easy.own") },
  { address: path(ADDRESS.offices()), label: t("easy.phones") },
])}</div>`;
  return citizensPage({ title, address: ADDRESS.easy, main }, reader);
}

const lines = (...texts: readonly string[]): Html => html`${texts.map((text) => html`<p>${text}</p>`)}`;
