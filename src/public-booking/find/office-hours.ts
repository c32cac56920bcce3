import { dayAndMonth, weekday } from "../../kit/dates.ts";
import type { DatedHours } from "../../offices/hours/dated-hours.ts";
import { type DayHours, dayHoursText } from "../../offices/hours/day-hours.ts";
import { type OfficeHours, openOn, ownHoursOn, type Side } from "../../offices/hours/office-hours.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { runsOf } from "../../platform/text/runs.ts";
import { dateOf, type Interval, localDay } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import type { PageReader } from "../frame/reader.ts";
import { alikeDaysWords, spanWords, timesWords } from "./hours-words.ts";
import { closedBecause, seenHours } from "./open-state.ts";
import { DAYS_AHEAD, type SeenOffice } from "./seen-office.ts";

const SIDES = ["counter", "telephone"] as const;
const HEADS = { counter: "finder.counter", telephone: "finder.phone" } as const;
const CLOSED = { counter: "finder.closed", telephone: "finder.no-answer" } as const;

/** Today and every week, at the counter and by telephone, as far as they are known; null: neither is. */
export function hoursTable(office: SeenOffice, now: Temporal.Instant, reader: PageReader): Html | null {
  const { t, language } = reader;
  const hours = seenHours(office);
  const known = SIDES.filter((side) => hours[side]);
  if (known.length === 0) return null;
  const today = dateOf(now);
  const ofToday = (side: Side) => minutesOf(openOn(hours, side, today, office.serving.closed) ?? [], today);
  const row = (days: string, of: (side: Side) => DayHours, mark: Html | null = null) =>
    html`<tr${mark}><th scope="row">${days}</th>${known.map((side) => html`<td>${dayWords(of(side), side, reader)}</td>`)}</tr>`;
  const alike = runsOf(
    Array.from({ length: 7 }, (_, day) => known.map((side) => dayHoursText(hours[side]?.[day] ?? [])).join("|")),
  );
  return html`<table class="hours"><caption class="visually-hidden">${t("finder.hours")}</caption><thead><tr><td></td>${known.map(
    (side) => html`<th scope="col">${t(HEADS[side])}</th>`,
  )}</tr></thead><tbody>${row(t("finder.today", { day: weekday(today.toString(), language) }), ofToday, html` class="today"`)}${alike.map(
    (days) => row(alikeDaysWords(days, reader), (side) => hours[side]?.[days.first - 1] ?? []),
  )}</tbody></table>`;
}

const minutesOf = (parts: readonly Interval[], date: Temporal.PlainDate): DayHours => {
  const day = localDay(date);
  return parts.map(({ from, to }) => ({ from: day.minuteOf(from), to: to === day.to ? 1440 : day.minuteOf(to) }));
};

const dayWords = (hours: DayHours, side: Side, reader: PageReader): string =>
  hours.length > 0 ? timesWords(hours, reader) : reader.t(CLOSED[side]);

/** What is otherwise in the next weeks, by the office's own word or closed by somebody else, day by day. */
export function comingChanges(
  office: SeenOffice,
  now: Temporal.Instant,
  reader: PageReader,
): { readonly days: string; readonly what: string; readonly why: string }[] {
  const today = dateOf(now);
  const [first, last] = [today.toString(), today.add({ days: DAYS_AHEAD }).toString()];
  const hours = seenHours(office);
  const own = hours.exceptions
    .filter((day) => day.last >= first && day.first <= last)
    .map((day) => ({
      at: localDay(Temporal.PlainDate.from(day.first)).from,
      days: datesWords(day, reader),
      what: changeWords(day, hours, reader),
      why: closedBecause(day, reader),
    }));
  const closed = office.serving.closed.map((closing) => ({
    at: closing.from,
    days: spanWords(closing, reader),
    what: reader.t("finder.closed"),
    why: closedBecause(closing, reader),
  }));
  return [...own, ...closed].sort((a, b) => a.at - b.at);
}

const datesWords = ({ first, last }: DatedHours, { language, t }: PageReader): string =>
  first === last
    ? dayAndMonth(first, language)
    : t("finder.days", { first: dayAndMonth(first, language), last: dayAndMonth(last, language) });

/** «κλειστό», «09:00–13:00, ανοιχτό, επιπλέον ώρες», «08:00–12:00, Τηλέφωνο: όχι» */
function changeWords(day: DatedHours, hours: OfficeHours, reader: PageReader): string {
  const { t, language } = reader;
  const counter = day.counter && dayWords(day.counter, "counter", reader);
  const extra = day.counter?.length && isUsuallyClosed(day, hours) ? t("finder.open-extra") : null;
  const telephone = day.telephone && `${t("finder.phone")}: ${dayWords(day.telephone, "telephone", reader)}`;
  return inLine(language, counter, extra, telephone);
}

const isUsuallyClosed = ({ first }: DatedHours, hours: OfficeHours): boolean =>
  ownHoursOn({ ...hours, exceptions: [] }, "counter", Temporal.PlainDate.from(first)).hours?.length === 0;
