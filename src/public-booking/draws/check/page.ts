import { MOST_MEGABYTES } from "../../../draws/ui/draw-file.ts";
import { CHECK_WORDS } from "../../../draws/ui/words.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { wordsOf } from "../../../text/text.ts";
import "../../../text/server.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import type { PageReader } from "../../frame/reader.ts";
import { VERIFY_SCRIPT } from "./verify-script.ts";

/**
 * Anybody recomputes a draw here from its published file. The policy stands in the page too, so that it goes along with one that
 * is saved: nothing can be sent. Without its script the page says how else it is done.
 * @param draw whose file the page fetches from here by itself; null: none, whoever checks has one
 */
export function drawCheckPage(draw: number | null, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("draws.title");
  const head = html`
<meta http-equiv="content-security-policy" content="connect-src ${draw === null ? "'none'" : "'self'"}; form-action 'none'">`;
  const fetched =
    draw === null
      ? null
      : html`<p class="note">${t("draw.fetched", { draw })} <a href="${ADDRESS.drawFile(draw)}">klirosi-${draw}.json</a></p>`;
  const file = draw === null ? null : html` data-file="${ADDRESS.drawFile(draw)}"`;
  const main = html`<h1>${title}</h1><p class="lead">${t("draws.lead")}</p>
<p class="note note--warn" id="without">${t("draws.needs-script")}</p>
<div id="draws" data-words="${wordsOfScript(reader)}"${file} hidden>
${fetched}<div class="field"><label for="file">${t("draws.file")}</label><p class="hint" id="file-hint">${t("draws.file-hint", { most: MOST_MEGABYTES })}</p><p class="field-error" id="file-error" role="alert"></p><input class="input draws__file" type="file" id="file" accept=".json,application/json" aria-describedby="file-hint file-error"></div>
<p id="progress" hidden><progress aria-label="${t("draws.progress")}"></progress></p><p class="small" id="told" role="status"></p>
<div id="about" role="status"></div>
<form id="own" class="cform check" novalidate hidden><div class="field"><label for="number">${t("draws.number")}</label><p class="hint" id="number-hint">${t("draws.number-hint")}</p><p class="field-error" id="number-error" role="alert"></p><div class="row"><input class="input" id="number" inputmode="numeric" maxlength="20" autocomplete="off" aria-describedby="number-hint number-error"><button class="button button--primary">${t("draws.find")}</button></div></div><div id="found" role="status"></div></form>
<div id="points" class="check" role="status"></div>
</div>
<h2>${t("draws.own-program")}</h2><p>${t("draws.own-program-text")}</p><p class="note"><code lang="en" dir="ltr">visits draw verify klirosi-7.json --number 4817</code></p><p class="small">${t("draws.rule-told")}</p>
<p><a href="${path(ADDRESS.drawHow)}">${t("drawHow.title")}</a></p>`;
  return citizensPage({ title, address: ADDRESS.drawCheck, main, head, script: VERIFY_SCRIPT?.address }, reader);
}

const wordsOfScript = ({ language }: PageReader): string =>
  JSON.stringify(CHECK_WORDS.map((key) => wordsOf(language, [`draws.${key}`])));
