import { dayAndMonth, ofMonth, relativeDay, weekday } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { comma } from "../../text/languages.ts";
import { icon } from "../frame/icons.ts";
import { hidden } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { opensSoon } from "./reasons.ts";
import type { WayOn } from "./way.ts";
import type { WeeksOffered } from "./weeks.ts";
import type { DayChoice } from "./when.ts";

/** Weeks from Monday as a table, with the way to those beside them. Very narrow, it is read as a list. */
export function weeksGrid(offered: WeeksOffered, reader: PageReader, way: WayOn): Html {
  const { days } = offered;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return html`<h2 class="span5" id="weeks">${weeksSpan(offered, reader)}</h2>
<table class="cal" aria-labelledby="weeks"><thead><tr>${heads(reader)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((day) => cell(day, offered, reader, way))}</tr>`)}</tbody></table>
${besideWeeks(offered, reader, way)}`;
}

/** «24 Νοεμβρίου έως 24 Δεκεμβρίου»: of the days that may be had */
export function weeksSpan({ days, today, last }: WeeksOffered, { language, t }: PageReader): string {
  const open = days.filter(({ date }) => date >= today.toString() && date <= last.toString());
  const [from, to] = [open[0], open.at(-1)].map((day) => ofMonth(day?.date ?? today.toString(), language));
  return t("book.weeks-span", { from: from ?? "", to: to ?? "" });
}

/** A week that began on a Monday */
const A_MONDAY = Temporal.PlainDate.from("2026-11-23");

/** What has room over a column, from Monday on */
const HEADS: Readonly<Record<PageReader["language"], readonly string[]>> = {
  el: ["Δε", "Τρ", "Τε", "Πέ", "Πα", "Σά", "Κυ"],
  en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  sq: ["hë", "ma", "më", "en", "pr", "sh", "di"],
  uk: ["пн", "вт", "ср", "чт", "пт", "сб", "нд"],
  ar: ["ن", "ث", "ر", "خ", "ج", "س", "ح"],
  ur: ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"],
};

const heads = ({ language }: PageReader): readonly Html[] =>
  Array.from({ length: 7 }, (_, index) => {
    const name = weekday(A_MONDAY.add({ days: index }).toString(), language);
    return html`<th scope="col" abbr="${name}"><span aria-hidden="true">${HEADS[language][index] ?? name}</span> ${hidden(name)}</th>`;
  });

function besideWeeks({ before, after }: WeeksOffered, reader: PageReader, way: WayOn): Html | null {
  const { t, path } = reader;
  if (before === null && after === null) return null;
  const back = before && html`<a href="${path(way.weeks(before))}">${icon("back")}${t("book.previous-weeks")}</a>`;
  const on = after && html`<a href="${path(way.weeks(after))}">${t("book.next-weeks")}${icon("on")}</a>`;
  return html`<nav class="pager" aria-label="${t("book.other-weeks")}">${back ?? html`<span></span>`} ${on || null}</nav>`;
}

function cell(day: DayChoice, offered: WeeksOffered, { language, t, path }: PageReader, way: WayOn): Html {
  const { date, times, state } = day;
  const number = html`${hidden(`${dayAndMonth(date, language)}${comma(language)} `)}<span aria-hidden="true">${dayNumber(date)}</span>`;
  const today = offered.today.toString();
  const now = date === today ? "today" : "";
  if (state === "free") {
    const count = html` <small>${times.length}${hidden(` ${t("book.free-times", { count: times.length })}`)}</small>`;
    const address = path(way.day(date));
    return html`<td class="${now}"><a href="${address}">${number}${count}</a></td>`;
  }
  if (state === "other")
    return html`<td class="${`no ${now}`.trim()}"><span>${number} <small aria-hidden="true">–</small> ${hidden(t("book.day-other"))}</span></td>`;
  const opens = state === "later" ? opensSoon(day, offered) : null;
  const isSaid = state === "full" || (state === "closed" && day.closed.length > 0);
  const words = t(`book.day-${state === "closed" && day.closed[0]?.kind === "holiday" ? "holiday" : state}`);
  const look = { full: "full", closed: isSaid ? "x" : "", later: opens ? "x" : "", past: "" }[state];
  const inside = opens
    ? html` <small>${hidden(`${words}${comma(language)} `)}${relativeDay(opens.date, today, language)}</small>`
    : html` ${isSaid ? html`<small>${words}</small>` : hidden(words)}`;
  return html`<td class="${[look, now].filter(Boolean).join(" ")}"><span>${number}${inside}</span></td>`;
}

/** The first of a month with its month: none stands above. */
function dayNumber(date: string): string {
  const day = Number(date.slice(8));
  return day === 1 ? `1/${Number(date.slice(5, 7))}` : String(day);
}
