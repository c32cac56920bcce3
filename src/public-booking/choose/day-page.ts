import { inPartsOfDay } from "../../appointments/parts-of-day.ts";
import { formatPhone, onDayInWords, weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockText, minuteOfDay } from "../../platform/time.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";
import { togetherLink } from "../find/together/together-link.ts";
import { icon } from "../frame/icons.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { spokenThere, telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { DayOffered } from "./day.ts";
import { decoyButton } from "./decoy.ts";
import { timeButton, timeForm } from "./time-form.ts";
import { type WayOn, wayToNew } from "./way.ts";
import { mondayBefore } from "./week-window.ts";
import { whyNone } from "./why-words.ts";

/** The time that this browser holds already, on that day or another */
export interface OwnHold {
  readonly mark: string;
  /** Null: none is held */
  readonly bar: Html | null;
  /** Of this day, office and service */
  readonly time: string | null;
}

/** «Τι ώρα;»: buttons, since each takes its time. */
export function timesPage(offered: DayOffered, own: OwnHold | null, reader: PageReader, given?: WayOn): Html {
  const { place, service, held, day } = offered;
  const way = given ?? wayToNew(place.code, service.code, own?.mark ?? null);
  const { language, t, path } = reader;
  const title = t("book.day-title", { day: onDayInWords(day.date, language) });
  const together = way.isNew ? html` ${togetherLink(service, place.code, reader)}` : null;
  const about = aboutMinutes(held, t);
  const names = { service: visitInWords(service, reader), office: nameOfOffice(place, reader), about };
  const main = html`<h1>${title}</h1>
<p class="sub1">${own?.time ? t("book.day-own", { time: own.time }) : t("book.at-office-minutes", names)}${together}</p>
${own?.time ? html`<a class="button button--go button--block" href="${path(way.next)}">${t("book.continue-with", { time: own.time })}</a>` : null}
${day.times.length > 0 || own?.time ? times(offered, own, reader, way) : none(offered, reader)}${fewer(offered, reader)}
<nav class="pager" aria-label="${t("book.other-day")}">${besideDay(offered.before, "back", reader, way)} <a class="mid" href="${path(
    way.weeks(mondayOfDay(day)),
  )}">${t("book.whole-weeks")}</a> ${besideDay(offered.after, "on", reader, way)}</nav>
${offered.fullBetween.map((date) => html`<p class="hint">${t("book.day-is-full", { day: weekdayAndDate(date, language) })}</p>`)}
${spokenThere(reader)}`;
  const address = way.day(day.date);
  const back = path(way.weeks(mondayOfDay(day)));
  return citizensPage({ title, address, back, step: way.isNew ? 4 : undefined, above: own?.bar, main }, reader);
}

/** Whoever goes back from whichever day of a week is told what was told others. */
const mondayOfDay = ({ date }: DayOffered["day"]): string => mondayBefore(Temporal.PlainDate.from(date)).toString();

function none(offered: DayOffered, reader: PageReader): Html {
  const { t } = reader;
  const { phone } = offered.place;
  return html`<div class="note note--warn"><p>${t("book.day-none")}</p><p class="small">${whyNone(offered.day, offered, reader)}</p></div>${
    phone ? html`<p>${t("book.by-phone")}: ${telephone(phone, formatPhone(phone))}</p>` : null
  }`;
}

/** Of one service it is known how long it takes; of several each says until when. */
const timeWords = (time: string, { several, held }: DayOffered): string =>
  several ? `${time}–${clockText(minuteOfDay(time) + held)}` : time;

/** Why there are fewer times than for one service. */
const fewer = ({ several }: DayOffered, { t }: PageReader): Html | null =>
  several && several.fitting > 0
    ? html`<p class="small after-note">${t("finder.fitting", { times: several.fitting, minutes: several.least })} ${t("finder.together-none")}</p>`
    : null;

function times(offered: DayOffered, own: OwnHold | null, reader: PageReader, way: WayOn): Html {
  const { place, service, day, isHeldAtOnce } = offered;
  const { t } = reader;
  const all = own?.time ? [...new Set([...day.times, own.time])].sort() : day.times;
  const inside = html`${inPartsOfDay(all).map(
    (part) =>
      html`<h2 class="part" id="${part.name}">${t(`book.${part.name}`)} <small>${t("book.times", { count: part.times.length })}</small></h2><div class="times" role="group" aria-labelledby="${part.name}">${part.times.map(
        (time) => {
          const isOwn = time === own?.time;
          const words = html`${timeWords(time, offered)}${isOwn ? html` <small>${t("book.yours")}</small>` : null}`;
          return html`${timeButton({ date: day.date, time }, words, isOwn ? " mine" : "")} `;
        },
      )}</div>`,
  )}${way.isNew ? decoyButton({ office: place.code, date: day.date }, all, reader) : null}`;
  const form = { way, service: service.code, describedBy: "hold-note" };
  return html`<p class="note small hold-note" id="hold-note">${icon("clock")}<span>${t(isHeldAtOnce || !way.isNew ? "book.hold-note" : "book.hold-note-later")}</span></p>${timeForm(form, inside, reader)}`;
}

function besideDay(date: string | null, side: "back" | "on", reader: PageReader, way: WayOn): Html {
  if (date === null) return html`<span></span>`;
  const label = weekdayAndDate(date, reader.language);
  const inside = side === "back" ? html`${icon("back")}${label}` : html`${label}${icon("on")}`;
  return html`<a href="${reader.path(way.day(date))}">${inside}</a>`;
}
