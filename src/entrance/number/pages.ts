import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "../../public-booking/frame/icons.ts";
import { qrCode } from "../../public-booking/frame/qr.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";
import type { Alternatives } from "../instead/alternatives.ts";
import { type WayOut, waysOut, whyFull } from "../instead/ways-out.ts";
import { CODE, ENTRANCE, NUMBER } from "../rules.ts";
import { kioskPage } from "../screen/kiosk-page.ts";
import { endLink, languages } from "../screen/pages.ts";
import type { EntranceTerms, OfferedGroup } from "./number-sql.ts";
import { waitingWords } from "./waiting-words.ts";

/** What a screen shows that gives numbers. */

const TYPED_SECONDS = 60;
const SAID_SECONDS = 15;
const FULL_SECONDS = 40;

/** With an appointment, or without: a scanner reads the code before anything is pressed. */
export function doorsPage(
  { terms, waiting }: { readonly terms: EntranceTerms; readonly waiting: number },
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { language, path, t } = reader;
  const main = html`<h1>${t("entrance.question")}</h1>
<div class="kdoors"><a class="kdoor" href="${path(CODE)}">${icon("code")}<b>${t("entrance.door-yes")}</b> <span>${t("entrance.door-yes-text")}</span></a>
<a class="kdoor kdoor--fill" href="${path(NUMBER)}">${icon("ticket")}<b>${t("entrance.door-no")}</b> <span>${t("entrance.door-no-text")} ${waitingWords(waiting, reader)}</span></a></div>
<div class="klines"><p class="kline">${icon("scales")}<span>${t("entrance.statutory")}</span></p><p class="kline">${icon("hand")}<span>${t("entrance.help")}</span></p></div>
<form id="scan" method="post" action="${path(ENTRANCE)}" hidden><input type="hidden" name="code"><input type="hidden" name="ok" value="1"></form>`;
  const clearsIn = language === "el" ? null : TYPED_SECONDS;
  return kioskPage(
    { office: terms, title: t("entrance.question"), main, foot: languages(reader, ENTRANCE), clearsIn },
    now,
    reader,
  );
}

/** «Τι χρειάζεστε;»: one press is the number. */
export function groupsPage(
  { terms, groups }: { readonly terms: EntranceTerms; readonly groups: readonly OfferedGroup[] },
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { path, t } = reader;
  const main = html`<section class="kcard"><h1>${t("entrance.need")}</h1><form method="post" action="${path(NUMBER)}"><div class="kgroups">${groups.map(
    ({ name, minutes }) =>
      html`<button class="button" name="group" value="${name}"><span>${t(`entrance.group-${name}`)} <small>${aboutMinutes(minutes, t)}</small></span></button> `,
  )}<button class="button" name="group" value="other"><span>${t("entrance.group-other")}</span></button></div></form><p><a class="button kback" href="${path(ENTRANCE)}">${icon("back")}${t("book.back")}</a></p></section>`;
  return kioskPage(
    { office: terms, title: t("entrance.need"), main, foot: languages(reader, NUMBER), clearsIn: TYPED_SECONDS },
    now,
    reader,
  );
}

/** A number was given up as soon as it was given. */
export function goodbyePage(terms: EntranceTerms, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  const title = t("entrance.given-up");
  const main = html`<div class="kcard center" role="status">${icon("yes")}<h1>${title}</h1><p class="kbig">${t("entrance.given-up-text")}</p></div>`;
  return kioskPage({ office: terms, title, main, foot: endLink(reader), clearsIn: SAID_SECONDS }, now, reader);
}

interface NoMore {
  readonly terms: EntranceTerms;
  readonly instead: Alternatives;
  /** Where the same is on a phone, as a whole address */
  readonly address: string;
}

/** «Δεν δίνονται άλλοι αριθμοί σήμερα»: why, and what can be done instead. */
export function noMorePage({ terms, instead, address }: NoMore, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  const title = t("entrance.full");
  const label = t("entrance.full-qr");
  const way = ({ drawing, name, text, how }: WayOut) =>
    html`<li>${icon(drawing)}<div><b>${name}</b> <span>${text}${how && html` ${how}`}</span></div></li>`;
  // On the phone there is room for more of them.
  const shown = { ...instead, near: instead.near.slice(0, 1) };
  const main = html`<div role="status"><h1>${title}</h1><p>${whyFull(instead, reader)}</p></div>
<div class="kno"><ul class="kways">${waysOut(shown, now, reader).map(way)}</ul><figure class="kcard kqr">${qrCode(address, label)}<figcaption>${label}</figcaption></figure></div>
<p class="muted">${t("entrance.full-noted")}</p>`;
  return kioskPage({ office: terms, title, main, foot: endLink(reader), clearsIn: FULL_SECONDS }, now, reader);
}
