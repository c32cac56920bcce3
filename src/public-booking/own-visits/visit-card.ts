import { minutesOf } from "../../appointments/row/present.ts";
import { atTime, dayAndMonth, daysAfter, formatReference, numericDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";
import { icon } from "../frame/icons.ts";
import { addressInWords, asTyped, nameOfOffice, serviceInWords } from "../frame/names.ts";
import { hidden } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { whenOf } from "../visit/shown.ts";
import type { VisitOfOwner } from "./own-visits.ts";
import type { SignedIn } from "./own-visits-sql.ts";

/** Leads on with one of them: the button of a form around all. */
const openButton = (visit: VisitOfOwner, to: string, look: string, words: Html): Html =>
  html`<button class="${look}" name="visit" value="${visit.office} ${visit.id} ${to}">${words}</button>`;

interface CardFrame {
  readonly person: SignedIn;
  /** The day of now, of the one that comes first; null: it is not that one */
  readonly next: string | null;
}

/** When, for whom and who comes, where and what: whole sentences, and the three ways on. */
export function visitCard(visit: VisitOfOwner, { person, next }: CardFrame, reader: PageReader): Html {
  const { language, t } = reader;
  const [date, time] = [dateTextOf(visit.starts_at), clockTextOf(visit.starts_at)];
  const of = hidden(`: ${dayAndMonth(date, language)}, ${time}`);
  const flag = next === null ? null : html`<p class="visit__flag">${flagOf(date, next, reader)}</p>`;
  const change = openButton(
    visit,
    "days",
    next === null ? "button" : "button button--primary",
    html`${icon("move")}${t("mine.change")}${of}`,
  );
  return html`<li class="visit${next === null ? "" : " visit--next"}">${flag}<h2 class="when"><span>${dayAndMonth(date, language)}</span> <span>${atTime(time, language)}</span></h2>
${comersLine(visit, person, reader)}${whereAndWhat(visit, reader)}${movedByOffice(visit, reader)}
<div class="btns--row">${change} ${openButton(visit, "cancel", "button button--danger", html`${t("mine.cancel")}${of}`)}</div>${openButton(
    visit,
    "",
    "textbtn",
    html`${t("mine.more")}${of}`,
  )}</li>`;
}

function flagOf(date: string, today: string, { t }: PageReader): string {
  if (date === today) return t("mine.today");
  return t(date === daysAfter(today, 1) ? "mine.tomorrow" : "mine.next");
}

/** Whoever is signed in comes, if the name is theirs letter by letter: what TAXISnet says goes into the appointment as it is. */
export function comersLine(visit: VisitOfOwner, person: SignedIn, reader: PageReader): Html {
  const { t } = reader;
  const isSelf = visit.last_name === person.last_name && visit.first_name === person.first_name;
  const name = `${visit.last_name} ${visit.first_name}`.trim();
  const business =
    visit.business_name && html`${t("mine.for-business")} <b>${asTyped(visit.business_name, reader)}</b>`;
  const comes = isSelf
    ? html`${t(business ? "mine.you-come" : "mine.for-you")}`
    : html`${t("mine.comes")} <b>${asTyped(name, reader)}</b>`;
  const others = visit.companions.map(({ lastName, firstName }) => `${lastName} ${firstName}`.trim()).filter(Boolean);
  const together = others.length > 0 && html`${t("mine.together")} ${asTyped(others.join(", "), reader)}`;
  const lines = [business, comes, together].filter((line) => typeof line === "object" && line !== null);
  return html`<p>${lines.map((line, index) => (index > 0 ? html`<br>${line}` : line))}</p>`;
}

export function whereAndWhat(visit: VisitOfOwner, reader: PageReader): Html {
  const { t } = reader;
  const what = t("visit.about", {
    service: serviceInWords(visit.named, reader),
    about: aboutMinutes(minutesOf(visit), t),
  });
  return html`<p><b>${nameOfOffice(visit, reader)}</b><br>${addressInWords(visit, reader)}</p><p class="small">${what}. <span class="nw">${t(
    "mine.code",
  )} ${formatReference(visit.reference)}</span></p>`;
}

function movedByOffice({ movedAt, movedFrom }: VisitOfOwner, reader: PageReader): Html | null {
  if (!movedAt || !movedFrom) return null;
  const was = whenOf({ date: dateTextOf(movedFrom), time: clockTextOf(movedFrom) }, reader);
  return html`<p class="note note--warn small">${reader.t("visit.moved-by-office", { on: numericDate(dateTextOf(movedAt)), was })}</p>`;
}
