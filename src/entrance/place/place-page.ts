import { ruleInWords } from "../../appointments/line/rule-in-words.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf } from "../../platform/time.ts";
import { ADDRESS } from "../../public-booking/frame/address.ts";
import { icon } from "../../public-booking/frame/icons.ts";
import { citizensPage, citizensTitle } from "../../public-booking/frame/page.ts";
import { hidden, list, rows } from "../../public-booking/frame/parts.ts";
import { noPromise, whyNoPromise } from "../../public-booking/frame/promise-words.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { howToSayCome, type OnTheDay } from "../../public-booking/visit/line/on-the-day.ts";
import { spokenNumber } from "../../waiting/number.ts";
import type { Alternatives } from "../instead/alternatives.ts";
import { waysOut, whyFull } from "../instead/ways-out.ts";
import { PLACE_SCRIPT, PLACE_STYLE } from "./assets.ts";
import type { PlaceView } from "./place-view.ts";

/** The own place in the line, on a phone: without a name, without a service, and without anybody else's but their numbers. */

export interface PhonePlace extends PlaceView {
  readonly token: string;
  /** Of an appointment that is awaited; null: of no other */
  readonly day: OnTheDay | null;
  /** Null: they were not turned away */
  readonly instead: Alternatives | null;
}

type Of<Is extends PlaceView["place"]["is"]> = Extract<PlaceView["place"], { is: Is }>;

export function placePage(shown: PhonePlace, now: Temporal.Instant, reader: PageReader): Html {
  const { title, part } = placePart(shown, now, reader);
  // The script puts what is new into its place; what is said stays where a screen reader listens.
  const main = html`<p class="visually-hidden" role="status" id="said"></p>${part}`;
  const head = html`<link rel="stylesheet" href="${PLACE_STYLE.address}">`;
  return citizensPage(
    { title, address: ADDRESS.ownPlace(shown.token), head, main, script: PLACE_SCRIPT.address },
    reader,
  );
}

/** What changes of the page, as its script receives it. */
export function placeNews(shown: PhonePlace, now: Temporal.Instant, reader: PageReader): Html {
  const { title, part } = placePart(shown, now, reader);
  return html`<title>${citizensTitle(title, reader)}</title>${part}`;
}

function placePart(shown: PhonePlace, now: Temporal.Instant, reader: PageReader) {
  const { t } = reader;
  const { title, main, said } = contentOf(shown, now, reader);
  const time = clockTextOf(now);
  const part = html`<div id="place" data-said="${said}" data-events="${reader.path(ADDRESS.ownPlace(shown.token, "events"))}">${main}<p class="small place__at"><span id="at">${t("entrance.updated", { time })}</span> <span id="lost" hidden>${t("entrance.as-it-was", { time })}</span> <a href="${reader.path(ADDRESS.ownPlace(shown.token))}">${t("entrance.reload")}</a></p></div>`;
  return { title, part };
}

interface Content {
  readonly title: string;
  readonly main: Html;
  /** For whoever does not see it change: only what matters */
  readonly said: string;
}

function contentOf(shown: PhonePlace, now: Temporal.Instant, reader: PageReader): Content {
  const { t } = reader;
  const { place } = shown;
  if (place.is === "waiting") return waiting(shown, place, now, reader);
  if (place.is === "called") return called(place, reader);
  if (place.is === "serving") return plain(t("entrance.serving"), [counterWords(place.counter, reader)]);
  if (place.is === "awaited")
    return plain(t("entrance.awaited"), [howToSayCome(shown.day?.is === "awaited" && shown.day.atScreen, reader)]);
  if (place.is === "turned-away") return turnedAway(shown.instead, now, reader);
  if (place.is === "served") return plain(t("entrance.served"), [t("entrance.served-text")]);
  const why = place.counter === null ? t("entrance.left-self") : t("entrance.left-called", { counter: place.counter });
  return plain(t("entrance.left"), [why]);
}

const plain = (title: string, lines: readonly (string | null)[]): Content => ({
  title,
  said: title,
  main: html`<h1>${title}</h1>${lines.flatMap((line) => (line ? [html`<p class="lead">${line}</p>`] : []))}`,
});

const counterWords = (counter: number | null, { t }: PageReader): string | null =>
  counter === null ? null : `${t("entrance.counter")} ${counter}`;

function waiting(
  { place: { number, slackMinutes }, promise, token }: PhonePlace,
  place: Of<"waiting">,
  now: Temporal.Instant,
  reader: PageReader,
): Content {
  const { path, t } = reader;
  const { ahead } = place;
  const title = `${t("entrance.number")}: ${spokenNumber(number ?? "")}`;
  const people =
    ahead === 0 ? t("entrance.nobody-ahead") : `${t("entrance.ahead")}: ${t("entrance.people", { count: ahead })}`;
  const main = html`<section class="place"><div class="place__top"><h1><small>${t("entrance.number")}</small> <b>${spokenNumber(number ?? "")}</b></h1><p>${
    ahead === 0
      ? html`<span>${people}</span>`
      : html`<b>${ahead}</b> <span>${t("entrance.ahead-short", { count: ahead })}</span>`
  }</p></div>${promise && html`<div class="place__when">${likely(promise, now, reader)}</div>`}</section>
${calls(place, reader)}
<p class="small">${t("entrance.stay", { minutes: place.recallMinutes })}</p>
<details class="small"><summary>${t("entrance.why")}</summary><p>${ruleInWords(slackMinutes, t)} ${t("entrance.wall-letters")}</p></details>
<p><a class="button button--block" href="${path(ADDRESS.ownPlace(token, "leave"))}">${t("entrance.give-up")}</a></p>`;
  return { title, main, said: people };
}

function likely(promise: NonNullable<PlaceView["promise"]>, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  if ("why" in promise)
    return html`<p><b>${noPromise(promise, reader)}</b></p><p class="small">${whyNoPromise(promise, reader)}</p>`;
  const at = (minutes: number) => clockTextOf(now.add({ minutes }));
  const [from, to] = [at(promise.from), at(promise.to)];
  return html`<p>${t("entrance.likely")} <b>${t("entrance.likely-range", { from, to })}</b></p><p class="small">${t("entrance.likely-means", { time: clockTextOf(now), to })}</p>`;
}

const WAYS = { left: "to-left", ahead: "ahead", right: "to-right" } as const;

function called(place: Of<"called">, reader: PageReader): Content {
  const { t } = reader;
  const { number, counter, way, at, recall } = place;
  const said = t("entrance.called", { counter });
  const again = recall ? t("entrance.called-again", { at: clockTextOf(recall) }) : t("entrance.called-last");
  const main = html`<section class="place place--called" role="alert"><p>${t("entrance.your-turn", { number: spokenNumber(number ?? "") })}</p><h1>${said}</h1><p class="place__counter"><span aria-hidden="true">${counter}</span>${way && html` <small>${icon(WAYS[way])}${t(`entrance.way-${way}`)}</small>`}</p><p>${t("entrance.called-at", { at: clockTextOf(at) })} ${again}</p></section>
<h2>${t("entrance.late-called")}</h2><p class="small">${t("entrance.late-called-text", { counter })}</p>
<h2>${t("entrance.bring")}</h2>${list([t("entrance.bring-id"), t("entrance.bring-number")])}
${calls(place, reader)}`;
  return { title: `(!) ${said}`, main, said: "" };
}

/** As the screen at the entrance said it, with the ways on. */
function turnedAway(instead: Alternatives | null, now: Temporal.Instant, reader: PageReader): Content {
  const { path, t } = reader;
  const title = t("entrance.full");
  if (!instead) return plain(title, [t("entrance.ask")]);
  const ways = waysOut(instead, now, reader);
  const leading = ways.flatMap(({ address, name, text }) =>
    address === null ? [] : [{ address: path(address), label: name, small: text || null }],
  );
  const others = ways.filter(({ address }) => address === null);
  const main = html`<h1>${title}</h1><p class="lead">${whyFull(instead, reader)}</p>${rows(leading)}${others.map(
    ({ name, text }) => html`<h2>${name}</h2><p>${text}</p>`,
  )}<p class="small">${t("entrance.full-noted")}</p>`;
  return { title, main, said: title };
}

/** The last ones that were called: the own one says so. */
function calls({ calls: last, number: own, hasDisplay }: PlaceView["place"], reader: PageReader): Html | null {
  const { t } = reader;
  if (last.length === 0) return hasDisplay ? html`<p>${t("entrance.no-calls")}</p>` : null;
  const row = ({ number, counter, way }: (typeof last)[number]) =>
    html`<tr><td>${number === own ? t("entrance.you", { number: spokenNumber(number) }) : spokenNumber(number)}</td><td>${way && html`${icon(WAYS[way])}${hidden(`${t(`entrance.way-${way}`)}, `)}`}${counter}</td></tr>`;
  return html`<table class="place__calls"><caption class="visually-hidden">${t("entrance.calling")}</caption><thead><tr><th scope="col">${t("entrance.calling")}</th><th scope="col">${t("entrance.counter")}</th></tr></thead><tbody>${last.map(row)}</tbody></table>`;
}

/** Asked once more: what is given up goes to whoever is next. */
export function leavePage(
  { place, token }: Pick<PhonePlace, "place" | "token">,
  mark: string,
  reader: PageReader,
): Html {
  const { path, t } = reader;
  const title = t("entrance.give-up-sure");
  const number = spokenNumber(place.number ?? "");
  const main = html`<h1>${title}</h1><p class="lead">${number}${hidden(".")} ${t("entrance.give-up-text")}</p><form method="post" action="${path(ADDRESS.ownPlace(token, "leave"))}"><input type="hidden" name="mark" value="${mark}"><p class="btns--row"><button class="button button--danger">${t("entrance.give-up")}</button> <a class="button" href="${path(ADDRESS.ownPlace(token))}">${t("entrance.stay-in")}</a></p></form>`;
  return citizensPage({ title, address: null, main }, reader);
}

/** A key that is none, or of another day. */
export function numberGonePage(reader: PageReader): Html {
  const { t } = reader;
  const title = t("entrance.gone");
  return citizensPage(
    { title, address: null, main: html`<h1>${title}</h1><p class="lead">${t("entrance.gone-text")}</p>` },
    reader,
  );
}
