import { dayAndMonth, weekday } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { comma } from "../../text/languages.ts";
import { icon } from "../frame/icons.ts";
import { hidden } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { OnlineDay } from "../online-days.ts";
import { monthName, shortMonth } from "./date-words.ts";
import type { MonthOffered } from "./month.ts";
import type { WayOn } from "./way.ts";

/** A month as a table of weeks from Monday, with the months beside it. Very narrow, it is read as a list. */
export function monthGrid(offered: MonthOffered, reader: PageReader, way: WayOn): Html {
  const { month, days, today, last } = offered;
  const blanks = (Temporal.PlainDate.from(days[0]?.date ?? today.toString()).dayOfWeek + 6) % 7;
  const cells = [
    ...Array.from({ length: blanks }, () => html`<td></td>`),
    ...days.map((day) => cell(day, offered, reader, way)),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const isFirst = month.equals(today.toPlainYearMonth());
  const isLast = month.equals(last.toPlainYearMonth());
  return html`<div class="calnav">${isFirst ? html`<span></span>` : beside(-1, offered, reader, way)}<h2 id="month">${monthName(
    month,
    reader,
  )}</h2>${isLast ? html`<span></span>` : beside(1, offered, reader, way)}</div>
<table class="cal" aria-labelledby="month"><thead><tr>${heads(reader)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${[...week, ...Array.from({ length: 7 - week.length }, () => html`<td></td>`)]}</tr>`)}</tbody></table>`;
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

function beside(step: 1 | -1, { month }: MonthOffered, reader: PageReader, way: WayOn): Html {
  const { t, path } = reader;
  const other = month.add({ months: step });
  const address = path(way.month(other.toString()));
  const label = html`${hidden(`${t(step === 1 ? "book.next-month" : "book.previous-month")} `)}<abbr title="${monthName(
    other,
    reader,
  )}">${shortMonth(other, reader)}</abbr>`;
  return html`<a href="${address}">${step === 1 ? html`${label}${icon("on")}` : html`${icon("back")}${label}`}</a>`;
}

function cell(day: OnlineDay, { today }: MonthOffered, { language, t, path }: PageReader, way: WayOn): Html {
  const { date, times, state } = day;
  const number = html`${hidden(`${dayAndMonth(date, language)}${comma(language)} `)}<span aria-hidden="true">${Number(date.slice(8))}</span>`;
  const now = date === today.toString() ? "today" : "";
  if (state === "free") {
    const count = html` <small>${times.length}${hidden(` ${t("book.free-times", { count: times.length })}`)}</small>`;
    const address = path(way.day(date));
    return html`<td class="${now}"><a href="${address}">${number}${count}</a></td>`;
  }
  const said = state === "full" || day.closed.length > 0 || state === "later";
  const words = t(`book.day-${state === "closed" && day.closed[0]?.kind === "holiday" ? "holiday" : state}`);
  const look = { full: "full", closed: day.closed.length > 0 ? "x" : "", later: "", past: "" }[state];
  return html`<td class="${[look, now].filter(Boolean).join(" ")}"><span>${number}${
    said && state !== "later" ? html` <small>${words}</small>` : html` ${hidden(words)}`
  }</span></td>`;
}
