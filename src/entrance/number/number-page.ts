import { ruleInWords } from "../../appointments/line/rule-in-words.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf } from "../../platform/time.ts";
import { ADDRESS } from "../../public-booking/frame/address.ts";
import { icon } from "../../public-booking/frame/icons.ts";
import { noPromise, whyNoPromise } from "../../public-booking/frame/promise-words.ts";
import { qrCode } from "../../public-booking/frame/qr.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { spokenNumber } from "../../waiting/number.ts";
import { NUMBER } from "../rules.ts";
import { kioskPage } from "../screen/kiosk-page.ts";
import { endLink } from "../screen/pages.ts";
import type { NumberPlace } from "./number-place.ts";
import { numberPaper } from "./paper.ts";

/** So long a number that was given stays: it is read, photographed, or waited for at the printer */
const NUMBER_SECONDS = 20;

/** «Ο αριθμός σας Α 035»: how many are ahead, how long it takes where that is known, and the way to the own place. */
export function numberPage(given: NumberPlace, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  const { terms, place, address, lead } = given;
  const number = spokenNumber(place.number ?? "");
  const title = lead?.title ?? t("entrance.number");
  const label = t("entrance.on-phone");
  const main = html`<section class="kcard kticket" role="status"><div>${
    lead === null
      ? html`<h1>${title} <b class="knumber">${number}</b></h1>`
      : html`<h1>${title}</h1><p>${lead.text}</p><p class="klabel">${t("entrance.number")} <b class="knumber">${number}</b></p>`
  }${aheadAndPromise(given, now, reader)}<p class="muted">${ruleInWords(place.slackMinutes, t)}</p></div><figure class="kqr">${qrCode(address, label)}<figcaption>${label}</figcaption></figure></section>
<p class="kline">${icon(terms.prints ? "print" : "screen")}<span>${terms.prints ? t("entrance.prints") : t("entrance.photo")} <span id="clears" hidden>${t(
    "entrance.clears",
    { count: NUMBER_SECONDS },
  )}</span></span></p>`;
  const giveUp =
    lead === null
      ? html`<form method="post" action="${reader.path(`${NUMBER}/leave`)}"><button class="button button--quiet">${t("entrance.give-up-here")}</button></form>`
      : null;
  const foot = html`${endLink(reader)}${giveUp}`;
  const paper = terms.prints ? numberPaper(given, now, reader) : null;
  return kioskPage(
    { office: terms, title: `${title} ${number}`, main, foot, clearsIn: NUMBER_SECONDS, paper },
    now,
    reader,
  );
}

function aheadAndPromise({ place, promise }: NumberPlace, now: Temporal.Instant, reader: PageReader): Html | null {
  const { t } = reader;
  if (place.is !== "waiting") return null;
  const { ahead, due, isTicket } = place;
  const mayCome = isTicket && place.slackMinutes > 0 ? t("entrance.may-come", { time: clockTextOf(due) }) : null;
  const people = html`<div><dt>${t("entrance.ahead")}</dt><dd><b>${
    ahead === 0 ? t("entrance.nobody-ahead") : t("entrance.people", { count: ahead })
  }</b> ${mayCome && html`<small>${mayCome}</small>`}</dd></div>`;
  if (!promise) return html`<dl class="kfacts">${people}</dl>`;
  const wait =
    "why" in promise
      ? html`<div><dt>${noPromise(promise, reader)}</dt><dd><small>${whyNoPromise(promise, reader)}</small></dd></div>`
      : html`<div><dt>${t("entrance.estimate-at", { time: clockTextOf(now) })}</dt><dd><b>${t("entrance.estimate-range", { ...promise })}</b> <small>${t("entrance.estimate-means", { ...promise })}</small></dd></div>`;
  return html`<dl class="kfacts">${people}${wait}</dl>`;
}

/** As a QR code leads there, in the language of who reads. */
export const placeAddress = (base: string, token: string, { path }: PageReader): string =>
  `${base}${path(ADDRESS.ownPlace(token))}`;
