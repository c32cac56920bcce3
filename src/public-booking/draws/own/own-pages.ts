import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS, type LinkPart } from "../../frame/address.ts";
import { rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { type AtLink, linkForm, partOf } from "../../visit/at-link.ts";
import { course } from "../draw/course.ts";
import { drawingPage } from "../drawing-page.ts";
import { drawMoment, ticketWords } from "../drawing-words.ts";
import { factsOfWish, fingerprintPart, nextLine, orderLine, phonesOf, placeFacts, waysOn } from "./own-parts.ts";
import type { OwnWish, PlaceOfWish } from "./own-wish.ts";

export const OWN_NOTES = ["changed", "lost", "late"] as const;
export type OwnNote = (typeof OWN_NOTES)[number];

/** A wish by its link: whatever stands, and what can be done. Looking does nothing. */
export function ownDrawWishPage(own: OwnWish, note: OwnNote | null, at: AtLink): Html {
  switch (own.stands) {
    case "unconfirmed":
      return own.isOpen ? toConfirmPage(own, at) : lateConfirmPage(own, at);
    case "in":
      return wishInPage(own, note, at);
    case "drawn":
      return own.place ? drawnPage(own, own.place, note, at) : leftPage(own, note, at);
    case "coming":
      return comingPage(own, at);
    case "waits":
      return waitsPage(own, note, at);
    case "left":
      return leftPage(own, note, at);
    case "over":
      return overPage(own, at);
  }
}

interface Framing {
  readonly title: string;
  readonly main: Html;
  readonly note?: OwnNote | null;
  readonly part?: LinkPart;
  readonly back?: string;
}

function framed({ title, main, note = null, part = "draw", back }: Framing, { token, reader }: AtLink): Html {
  const { t } = reader;
  const look = note === "changed" ? "note--ok" : "note--warn";
  const above = note && html`<p class="note ${look}" role="status">${t(`drawWish.note-${note}`)}</p>`;
  const whole = html`<h1>${title}</h1>${above}${main}`;
  return drawingPage({ title, address: ADDRESS.link(token, part), back, main: whole }, reader);
}

const button = (words: string, look = "button--go"): Html =>
  html`<button class="button ${look} button--block">${words}</button>`;

/** To be confirmed by a button, since programs that look through mail follow links. */
function toConfirmPage(own: OwnWish, at: AtLink): Html {
  const { reader } = at;
  const { t } = reader;
  const no = html`<button class="textbtn">${t("drawWish.not-mine")}</button>`;
  const main = html`${factsOfWish(own, reader)}<div class="after-note">${linkForm(at, "draw/confirm", button(t("drawWish.confirm")))}</div>${linkForm(at, "draw/withdraw", no)}
<p class="hint">${t("draw.until", { when: drawMoment(own.draw.closesAt, reader) })}</p>`;
  return framed({ title: t("drawWish.confirm-title"), main }, at);
}

function lateConfirmPage(own: OwnWish, at: AtLink): Html {
  const { t } = at.reader;
  const main = html`<p class="lead">${t("drawWish.late-confirm-text")}</p>${nextLine(own, at.reader)}`;
  return framed({ title: t("drawWish.late-confirm"), main }, at);
}

function wishInPage(own: OwnWish, note: OwnNote | null, at: AtLink): Html {
  const { reader } = at;
  const { t } = reader;
  const { wish, draw, isOpen } = own;
  const acts = html`<div class="btns btns--fit"><a class="button" href="${partOf(at, "draw/change")}">${t("drawWish.change")}</a> <a class="button" href="${partOf(at, "draw/withdraw")}">${t("drawWish.withdraw")}</a> <a class="button" href="${partOf(at, "draw/dates.ics")}">${t("drawWish.dates")}</a></div>`;
  const main = html`<p>${t("drawWish.number-is")}</p><p class="ticket">${ticketWords(wish.number)}</p><p>${t("drawWish.number-text")}</p>
<h2>${t("drawWish.asked")}</h2>${factsOfWish(own, reader)}
<h2>${t("drawWish.what-next")}</h2>${isOpen ? nextSteps(own, reader) : html`<p class="note">${t("drawWish.in-closed")}</p>`}
${isOpen ? acts : null}
${fingerprintPart(own, reader)}
${rows([{ address: reader.path(ADDRESS.draw(draw.number)), label: t("draws.of", { draw: draw.number }) }])}`;
  return framed({ title: t("drawWish.in-title"), main, note }, at);
}

function nextSteps({ draw }: OwnWish, reader: PageReader): Html {
  const { t } = reader;
  const until = (at: Temporal.Instant) => t("draw.until-when", { when: drawMoment(at, reader) });
  return course(
    [
      { when: until(draw.closesAt), what: t("drawWish.next-change"), isNow: true },
      { when: t("draw.right-after"), what: t("drawWish.next-letter") },
      { when: until(draw.answerUntil), what: t("drawWish.next-answer") },
    ],
    reader,
  );
}

/** «Κληρωθήκατε. Θα έρθετε;» */
function drawnPage(own: OwnWish, place: PlaceOfWish, note: OwnNote | null, at: AtLink): Html {
  const { reader } = at;
  const { t } = reader;
  const { result, draw } = own;
  const until = result ? drawMoment(result.until, reader) : "";
  const main = html`<p class="sub1">${choiceWords(own, reader)}</p>${placeFacts(place, own, reader)}
<p class="after-note"><b>${t("drawWish.kept-until", { when: until })}</b></p>
<div class="btns btns--fit">${linkForm(at, "draw/come", button(t("drawWish.come")))}<a class="button" href="${partOf(at, "draw/leave")}">${t("drawWish.leave")}</a></div>
<h2>${t("drawWish.good-to-know")}</h2><p>${t("drawWish.name-stays")} ${t("drawWish.moves", { moves: draw.moves })} ${t("drawWish.left-to-next")}</p>
${orderLine(own, reader)}`;
  return framed({ title: t("drawWish.drawn"), main, note }, at);
}

function choiceWords({ result }: OwnWish, { t }: PageReader): string {
  const choice = result?.choice ?? null;
  if (choice === null) return t("drawWish.choice-other");
  return choice === 1 ? t("drawWish.choice-first") : t("drawWish.choice", { choice });
}

/** It is a visit by now: the way there is a press, for it makes a link. */
function comingPage(own: OwnWish, at: AtLink): Html {
  const { t } = at.reader;
  const main = html`${own.place ? placeFacts(own.place, own, at.reader) : null}<p class="lead after-note">${t("drawWish.coming-text")}</p>${linkForm(at, "draw/come", button(t("drawWish.coming-open"), "button--primary"))}`;
  return framed({ title: t("drawWish.coming"), main }, at);
}

/** The odds, honestly, and the ways out. */
function waitsPage(own: OwnWish, note: OwnNote | null, at: AtLink): Html {
  const { reader } = at;
  const { t } = reader;
  const { odds, wish, draw } = own;
  const until = drawMoment(draw.answerUntil, reader);
  const place = html`<p><b>${t("drawWish.place-of", { place: wish.place ?? 0, of: odds?.wishes ?? 0 })}</b><br>${t("drawWish.ahead", { ahead: odds?.ahead ?? 0 })}</p>`;
  const passed = odds?.passedBefore ?? null;
  const main = html`<p class="lead">${t("drawWish.waits-sums", { wishes: odds?.wishes ?? 0, drawn: odds?.drawn ?? 0 })}</p>
<section class="seek" aria-labelledby="stay"><h2 id="stay">${t("drawWish.waits-stay")}</h2>${place}<p>${t("drawWish.waits-until", { when: until })}${
    passed === null ? null : ` ${t("drawWish.passed", { passed })}`
  }</p></section>
${waysOn(own, at)}<p class="after-note"><a class="button" href="${partOf(at, "draw/leave")}">${t("drawWish.leave-line")}</a></p>
${phonesOf(own, reader)}${orderLine(own, reader)}`;
  return framed({ title: t("drawWish.waits"), main, note }, at);
}

function leftPage(own: OwnWish, note: OwnNote | null, at: AtLink): Html {
  const { reader } = at;
  const { t } = reader;
  const { result } = own;
  const isSilent = result !== null && (result.answer === "silent" || result.answer === null);
  const why = isSilent
    ? t("drawWish.left-silent", { when: drawMoment(result.until, reader) })
    : t("drawWish.left-text");
  const main = html`<p class="lead">${why}</p>${waysOn(own, at)}${phonesOf(own, reader)}`;
  return framed({ title: t("drawWish.left"), main, note }, at);
}

function overPage(own: OwnWish, at: AtLink): Html {
  const { reader } = at;
  const main = html`<p class="lead">${reader.t("drawWish.over-text")}</p>${waysOn(own, at)}`;
  return framed({ title: reader.t("drawWish.over"), main }, at);
}

/** Asked once, before it is deleted. */
export function withdrawPage(own: OwnWish, at: AtLink): Html {
  const { t } = at.reader;
  const yes = button(t("drawWish.withdraw-yes"), "button--primary");
  const no = html`<a class="button" href="${partOf(at, "draw")}">${t("drawWish.withdraw-no")}</a>`;
  const main = html`${factsOfWish(own, at.reader)}<p class="after-note">${t("drawWish.withdraw-text")}</p><div class="btns btns--fit">${linkForm(at, "draw/withdraw", yes)}${no}</div>`;
  return framed({ title: t("drawWish.withdraw-title"), main, part: "draw/withdraw", back: partOf(at, "draw") }, at);
}

/** The link leads nowhere any more. */
export function withdrawnPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("drawWish.withdrawn");
  const main = html`<h1>${title}</h1><p class="lead">${t("drawWish.withdrawn-text")}</p>${rows([{ address: path(ADDRESS.draws()), label: t("draw.all") }])}`;
  return drawingPage({ title, address: null, main }, reader);
}

/** A place goes to the next, or they wait no longer: asked before. */
export function leaveDrawPage(own: OwnWish, at: AtLink): Html {
  const { t } = at.reader;
  const has = own.place;
  const [title, text, yes, no] = has
    ? ([t("drawWish.leave-title"), t("drawWish.leave-text"), t("drawWish.leave-yes"), t("drawWish.leave-no")] as const)
    : ([
        t("drawWish.leave-line-title"),
        t("drawWish.leave-line-text"),
        t("drawWish.leave-line"),
        t("drawWish.leave-line-no"),
      ] as const);
  const back = partOf(at, "draw");
  const main = html`${has ? placeFacts(has, own, at.reader) : null}<p class="after-note">${text}</p><div class="btns btns--fit">${linkForm(at, "draw/leave", button(yes, "button--primary"))}<a class="button" href="${back}">${no}</a></div>`;
  return framed({ title, main, part: "draw/leave", back }, at);
}
