import { dayAndMonth, onDay, weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { officeName, serviceName } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import type { Reader } from "../frame/reader.ts";
import type { DayOffered } from "./day.ts";
import { timeButton, timeForm } from "./time-form.ts";

/** The time that this browser holds already, on that day or another */
export interface OwnHold {
  readonly mark: string;
  /** Null: none is held */
  readonly bar: Html | null;
  /** Of this day, office and service */
  readonly time: string | null;
}

/** «Τι ώρα;»: buttons, since each takes its time. */
export function dayPage(offered: DayOffered, own: OwnHold | null, reader: Reader): Html {
  const { place, service, minutes, day } = offered;
  const { language, t, path } = reader;
  const title = t("book.day-title", { day: onTheDay(day.date, reader) });
  const names = { service: serviceName(service, reader), office: officeName(place, reader), minutes };
  const main = html`<h1>${title}</h1>
<p class="sub1">${own?.time ? t("book.day-own", { time: own.time }) : t("book.at-office-minutes", names)}</p>
${own?.time ? html`<a class="btn btn--go btn--block" href="${path(ADDRESS.who)}">${t("book.continue-with", { time: own.time })}</a>` : null}
${day.times.length > 0 || own?.time ? times(offered, own, reader) : html`<div class="note note--warn"><p>${t("book.day-none")}</p></div>`}
<nav class="pager" aria-label="${t("book.other-day")}">${besideDay(offered.before, "back", offered, reader)}<a class="mid" href="${path(
    ADDRESS.month(place.code, { service: service.code, month: day.date.slice(0, 7) }),
  )}">${t("book.whole-month")}</a>${besideDay(offered.after, "on", offered, reader)}</nav>
${offered.fullBetween.map((date) => html`<p class="hint">${t("book.day-is-full", { day: weekdayAndDate(date, language) })}</p>`)}`;
  const address = ADDRESS.day(place.code, day.date, service.code);
  const back = path(ADDRESS.month(place.code, { service: service.code, month: day.date.slice(0, 7) }));
  return citizensPage({ title, address, back, step: 4, above: own?.bar, main }, reader);
}

/** «την Τρίτη 8 Δεκεμβρίου» */
const onTheDay = (date: string, { language }: Reader): string =>
  `${onDay(date, language).split(" ")[0]} ${dayAndMonth(date, language)}`;

function times({ place, service, day }: DayOffered, own: OwnHold | null, reader: Reader): Html {
  const { t } = reader;
  const all = own?.time ? [...new Set([...day.times, own.time])].sort() : day.times;
  const parts = PARTS.map(({ name, to }, index) => {
    const from = PARTS[index - 1]?.to ?? "";
    return { name, times: all.filter((time) => time >= from && time < to) };
  }).filter((part) => part.times.length > 0);
  const inside = html`${parts.map(
    (part) =>
      html`<h2 class="part" id="${part.name}">${t(`book.${part.name}`)} <small>${t("book.times", { count: part.times.length })}</small></h2><div class="times" role="group" aria-labelledby="${part.name}">${part.times.map(
        (time) =>
          time === own?.time
            ? timeButton({ date: day.date, time }, html`${time}<small>${t("book.yours")}</small>`, " mine")
            : timeButton({ date: day.date, time }, html`${time}`),
      )}</div>`,
  )}`;
  const form = { code: place.code, service: service.code, mark: own?.mark ?? null, describedBy: "hold-note" };
  return html`<p class="note small hold-note" id="hold-note">${icon("clock")}<span>${t("book.hold-note")}</span></p>${timeForm(form, inside, reader)}`;
}

const PARTS = [
  { name: "morning", to: "12:00" },
  { name: "noon", to: "15:00" },
  { name: "afternoon", to: "24:00" },
] as const;

function besideDay(date: string | null, side: "back" | "on", { place, service }: DayOffered, reader: Reader): Html {
  if (date === null) return html`<span></span>`;
  const label = weekdayAndDate(date, reader.language);
  const inside = side === "back" ? html`${icon("back")}${label}` : html`${label}${icon("on")}`;
  return html`<a href="${reader.path(ADDRESS.day(place.code, date, service.code))}">${inside}</a>`;
}
