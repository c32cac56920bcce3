import { createHash } from "node:crypto";
import { type Html, html, pageBegin } from "../../platform/text/html.ts";
import { flag } from "../../public-booking/frame/icons.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { DISPLAY } from "../rules.ts";
import { DISPLAY_SCRIPT, DISPLAY_STYLE } from "./assets.ts";
import { ARROW, SCREEN_OFF, SOUND_OFF, SOUND_ON } from "./drawings.ts";

/** Which of its parts a display shows at first; its script changes it. */
export type DisplayState = "waiting" | "offline" | "gone";

interface DisplayPage {
  readonly state: DisplayState;
  /** "": it is not known whose screen this is, or not yet */
  readonly office: string;
}

const PREVIOUS = 4;

/**
 * The page of a display. It has no number in it: those come by the stream, so that none can be older than the last word of
 * the server. Greek is what is called aloud; the few other words are in English too.
 */
export const displayPage = (page: DisplayPage, reader: PageReader): Html =>
  framed(page, displayRelease(reader), reader);

/** Another page than the one that a display has is another release: it loads it. */
export function displayRelease(reader: PageReader): string {
  const { markup } = framed({ state: "waiting", office: "" }, "", reader);
  return createHash("sha256").update(markup).digest("hex").slice(0, 10);
}

function framed({ state, office }: DisplayPage, release: string, reader: PageReader): Html {
  const { t, trial } = reader;
  const tag = trial ? html`<i>${t("display.trial")}</i> ` : null;
  const shownIn = (states: string) =>
    html`data-shown="${states}"${states.split(" ").includes(state) ? null : html` hidden`}`;
  return html`${pageBegin({ title: `${t("display.title")} | ${office || t("book.brand")}`, language: reader.language })}
<link rel="stylesheet" href="${DISPLAY_STYLE.address}">
<script src="${DISPLAY_SCRIPT.address}" defer></script>
</head>
<body class="display" data-state="${state}" data-release="${release}" data-page="${DISPLAY}">
<header class="dbar">${flag}<b id="office">${office}</b>
<button type="button" id="sound" class="dsound">${SOUND_OFF}<span><span class="dhidden">${t("display.sound-off")}. </span><span class="dpress">${t("display.sound-press")}</span></span></button>
<time id="time"></time></header>
<main id="main">
<section class="dcalls" ${shownIn("calls")}>
<h1 class="dhidden">${t("display.heading")}</h1>
<div class="dnew" role="group" aria-label="${t("display.latest")}" data-call>
<p class="dnow">${SOUND_ON}${t("display.now")}</p>
<p class="dnumber" data-number></p>
<p class="dto">${arrow}<span>${t("display.to")}</span> <b data-counter></b></p>
</div>
${table(reader)}
</section>
<section class="dsay" ${shownIn("nobody")}><h1>${t("display.nobody")}</h1><p class="dbig">${t("display.nobody-text")}</p><p lang="en">Welcome. Nobody is being called now</p></section>
<section class="dsay" ${shownIn("offline")} role="alert">${SCREEN_OFF}<h1>${t("display.offline")}</h1><p class="dask">${t("display.offline-ask")}</p><p lang="en">No connection. Ask at the counters</p></section>
<section class="dsay" ${shownIn("gone")} role="alert">${SCREEN_OFF}<h1>${t("display.gone")}</h1><p class="dask">${t("display.offline-ask")}</p><p lang="en">This screen is not in use. Ask at the counters</p></section>
<noscript><p class="dask">${t("display.no-script")} ${t("display.offline-ask")}</p></noscript>
</main>
<footer class="dfoot"><p ${shownIn("calls nobody")}>${tag}<b>${t("display.one-line")}</b> <span id="rule"></span></p><p ${shownIn("offline")}>${tag}${t("display.offline-text")} <b>${t("display.offline-keep")}</b> ${t("display.offline-stay")}</p></footer>
<p class="dhidden" id="call" aria-live="assertive"></p>
</body>
</html>
`;
}

const arrow = html`<span class="darrow" data-arrow>${ARROW}</span><span class="dhidden" data-way></span>`;

function table({ t }: PageReader): Html {
  const row = html`<tr data-call><td data-number></td><td>${arrow}<b data-counter></b></td></tr>`;
  return html`<table class="dold"><caption class="dhidden">${t("display.others")}</caption><thead><tr><th scope="col">${t("display.number")}</th><th scope="col">${t("display.counter")}</th></tr></thead><tbody>${Array<Html>(PREVIOUS).fill(row)}</tbody></table>`;
}
