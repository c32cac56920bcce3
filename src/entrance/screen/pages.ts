import { atTime, formatReference } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "../../public-booking/frame/icons.ts";
import { hidden } from "../../public-booking/frame/parts.ts";
import { type PageReader, prefixOf } from "../../public-booking/frame/reader.ts";
import { OWN_NAMES, writingDirection } from "../../text/languages.ts";
import type { Named } from "../../text/local-names.ts";
import { waitingWords } from "../number/waiting-words.ts";
import { CODE, ENTRANCE, NUMBER } from "../rules.ts";
import { kioskPage } from "./kiosk-page.ts";

/** What the screen at the entrance shows. */

/** So long what was said to one person stays, and what one person typed */
const ANSWER_SECONDS = 15;
const TYPED_SECONDS = 60;

interface Asking {
  readonly office: Named;
  /** Digits alone */
  readonly typed: string;
  readonly fault: CodeFault | null;
  readonly waiting: number;
  /** Beside it numbers are given: they are on the first page, which this one is not then */
  readonly givesNumbers: boolean;
}

/** The code was none of today's here; or it was none at all */
export type CodeFault = "unknown" | "incomplete";

/** «Έχετε ραντεβού;»: nine digits, by a scanner that types, by the screen's own keys, or by a keyboard. */
export function askingPage(
  { office, typed, fault, waiting, givesNumbers }: Asking,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const refused = fault === "unknown" ? html`<input type="hidden" name="refused" value="1">` : null;
  const described = fault && html` aria-describedby="fault" aria-invalid="true"`;
  // What Enter presses stands first.
  const main = html`<h1>${t("entrance.question")}</h1>
<section class="kcard" aria-labelledby="yes"><form class="kpad" method="post" action="${path(ENTRANCE)}"><button class="visually-hidden" name="ok" value="1" tabindex="-1" aria-hidden="true">${t("entrance.ok")}</button><div class="kask"><h2 id="yes">${t("entrance.yes")}</h2><p>${t("entrance.scan")}</p>${fault && faultNote(fault, reader)}<label class="visually-hidden" for="code">${t("entrance.code")}</label><input class="input" id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="11" value="${formatReference(typed)}" autofocus${described}>${refused}<p class="muted">${t("entrance.no-names")}</p></div><div class="kkeys">${["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(digit)}<button class="button" name="digit" value="x" aria-label="${t("entrance.delete")}">${icon("erase")}</button> ${digit("0")} <button class="button button--go" name="ok" value="1" aria-label="${t("entrance.ok")}${t("entrance.ok-arrived")}">${t("entrance.ok")}</button></div></form></section>
<section class="kcard" aria-labelledby="no"><h2 id="no">${t("entrance.no")}</h2><p>${t("entrance.no-text")}</p><p>${waitingWords(waiting, reader)}</p>${
    givesNumbers ? html`<p><a class="button" href="${path(NUMBER)}">${t("entrance.door-no-text")}</a></p>` : null
  }</section>`;
  const isStart = !givesNumbers && reader.language === "el" && typed === "" && fault === null;
  const clearsIn = isStart ? null : TYPED_SECONDS;
  return kioskPage(
    { office, title: t("entrance.question"), main, foot: languages(reader, givesNumbers ? CODE : ENTRANCE), clearsIn },
    now,
    reader,
  );
}

function faultNote(fault: CodeFault, { t }: PageReader): Html {
  const words =
    fault === "incomplete"
      ? html`<b>${t("entrance.incomplete")}</b>`
      : html`<b>${t("entrance.unknown")}</b> ${t("entrance.unknown-text")}`;
  return html`<p class="note note--warn" id="fault" role="alert">${words}</p>`;
}

const digit = (value: string): Html => html`<button class="button" name="digit" value="${value}">${value}</button> `;

/** The same page in the others that are offered. */
export const languages = ({ language, languages: offered, t }: PageReader, address: string): Html =>
  html`<nav aria-label="${t("book.languages")}">${offered()
    .filter((each) => each !== language)
    .map(
      (each) =>
        html`<a class="button" href="${prefixOf(each)}${address}" lang="${each}" hreflang="${each}" dir="${writingDirection(each)}">${OWN_NAMES[each]}</a> `,
    )}</nav>`;

/** What became of a code that gives nobody a place in the line now, or (known) no number */
type ArrivalOutcome =
  | { readonly is: "early"; readonly from: string; readonly time: string }
  | { readonly is: "late" | "known"; readonly time: string };

/** What became of the code, and what to do now; of whoever stands there nothing is shown but their time. */
export function arrivalPage(
  { office, arrival }: { readonly office: Named; readonly arrival: ArrivalOutcome },
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { t } = reader;
  const { title, text, isDone } = arrivalWords(arrival, reader);
  const main = html`<div class="kcard center" role="status">${isDone ? icon("yes") : icon("clock")}<h1>${title}</h1><p class="kbig">${text}</p><p class="muted" id="clears" hidden>${t("entrance.clears", { count: ANSWER_SECONDS })}</p></div>`;
  const foot = endLink(reader);
  return kioskPage({ office, title, main, foot, clearsIn: ANSWER_SECONDS }, now, reader);
}

export const endLink = ({ t }: PageReader): Html =>
  html`<a class="button" href="${ENTRANCE}">${t("entrance.end")}${hidden(t("entrance.end-back"))}</a>`;

function arrivalWords(arrival: ArrivalOutcome, { language, t }: PageReader) {
  if (arrival.is === "early") {
    const words = { at: atTime(arrival.time, language), from: arrival.from };
    return { title: t("entrance.early"), text: t("entrance.early-text", words), isDone: false };
  }
  if (arrival.is === "late")
    return {
      title: t("entrance.late"),
      text: t("entrance.late-text", { at: atTime(arrival.time, language) }),
      isDone: false,
    };
  const at = atTime(arrival.time, language);
  return { title: t("entrance.noted"), text: t("entrance.wait", { at }), isDone: true };
}
