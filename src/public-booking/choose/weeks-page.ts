import { dayAndMonth, weekday, weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { togetherLink } from "../find/together/together-link.ts";
import { ADDRESS } from "../frame/address.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, rows, unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { wishRow } from "../notify/wish-row.ts";
import { relativeLongDate } from "./date-words.ts";
import { type SharedReason, sharedReasons } from "./reasons.ts";
import { timeButton, timeForm } from "./time-form.ts";
import { type WayOn, wayToNew } from "./way.ts";
import type { WeeksOffered } from "./weeks.ts";
import { weeksGrid, weeksSpan } from "./weeks-grid.ts";
import { WHEN } from "./when.ts";
import { whenInWords, whensInWords, whenTicks } from "./when-form.ts";
import { whyInWords } from "./why-words.ts";

/** «Ποια ημέρα σας βολεύει;»: weeks with how many times each day has, and why others have none. */
export function weeksPage(offered: WeeksOffered, mark: string | null, reader: PageReader, given?: WayOn): Html {
  const { place, service, days, firstFree } = offered;
  const way = given ?? wayToNew(place.code, service.code, mark, offered.when);
  const { t } = reader;
  const title = t("book.weeks-title");
  const isFree = days.some(({ state }) => state === "free");
  const main = html`<h1>${title}</h1>
<p class="sub1">${t("book.at-office", { service: visitInWords(service, reader), office: nameOfOffice(place, reader) })}${way.isNew ? html` ${togetherLink(service, place.code, reader)}` : null}</p>
${sinceNote(offered, reader, way)}${whenForm(offered, reader, way)}
${firstFree ? firstFreeForm(offered, reader, way) : null}
${isFree || days.some(({ state }) => state === "other") ? null : nothingFree(offered, reader)}
${weeksGrid(offered, reader, way)}
<p class="keyline" aria-hidden="true"><span><i class="f"></i>${t(offered.when.length > 0 ? "book.key-fitting" : "book.key-free")}</span> ${offered.when.length > 0 ? html`<span><i class="n">–</i> ${t("book.day-other")}</span> ` : null}<span><i class="p"></i>${t("book.key-full")}</span> <span><i class="c"></i>${t("book.key-closed")}</span></p>
${reasons(offered, reader)}
${isFree ? null : whatElse(offered, reader, way)}
<p class="small after-note">${horizon(offered, reader)}</p>`;
  const address = way.weeks(days[0]?.date);
  const back = reader.path(way.back);
  const step = way.isNew ? 3 : undefined;
  return citizensPage(
    { title: inLine(reader.language, title, weeksSpan(offered, reader)), address, back, step, main },
    reader,
  );
}

/** What they can tick of what these weeks have; a tick of which there is nothing leads to the weeks without it. */
function whenForm({ days, when, has }: WeeksOffered, reader: PageReader, way: WayOn): Html | null {
  const { t, path } = reader;
  const choices = WHEN.filter((name) => has.includes(name) || when.includes(name));
  if (choices.length < 2 && when.length === 0) return null;
  const form = html`<form class="filters when-f" method="get" action="${path(way.weeks().replace(/\?.*/, ""))}">${unseen(way.fields)}${whenTicks(choices, when, reader)}<button class="button">${t("book.when-apply")}</button></form>`;
  if (when.length === 0) return form;
  const found = days.filter(({ state }) => state === "free").length;
  const without = when.filter((name) => !has.includes(name));
  const all = html`<a href="${path(way.with([]))}">${t("book.when-all")}</a>`;
  return html`${form}<p class="result" role="status">${found > 0 ? html`<b>${t("book.when-days", { days: found, when: whensInWords(when, reader) })}</b> ` : null}${all}</p>${without.map(
    (name) =>
      html`<p class="note note--warn small">${t("book.when-none", { when: whenInWords(name, reader) })}${
        when.length > 1
          ? html` <a href="${path(way.with(when.filter((other) => other !== name)))}">${t("book.when-drop", { when: whenInWords(name, reader) })}</a>`
          : null
      }</p>`,
  )}`;
}

/** Where a time may still be had. */
function whatElse({ place, service, firstFree, after }: WeeksOffered, reader: PageReader, way: WayOn): Html {
  const { t, path } = reader;
  // None of these weeks has one.
  const onward = firstFree?.date ?? after;
  return html`<h2>${t("book.what-else")}</h2>${rows([
    ...(onward
      ? [{ address: path(way.weeks(onward)), label: t(firstFree ? "book.see-free" : "book.next-weeks") }]
      : []),
    ...(way.isNew
      ? [
          { address: path(ADDRESS.earliest({ service: service.code })), label: t("book.earliest-near") },
          wishRow(place.code, service, reader),
        ]
      : []),
    ...(place.phone ? [{ address: path(ADDRESS.office(place.code)), label: t("book.by-phone") }] : []),
  ])}`;
}

function firstFreeForm(
  { service, firstFree, today, when: ticked }: WeeksOffered,
  reader: PageReader,
  way: WayOn,
): Html {
  const { date, time } = firstFree as NonNullable<typeof firstFree>;
  const when = inLine(reader.language, relativeLongDate(date, today, reader), time);
  const button = timeButton({ date, time }, html`${reader.t("book.choose")}${hidden(`: ${when}`)}`);
  const inside = html`<span>${reader.t(ticked.length > 0 ? "book.first-fitting" : "book.first-free")}<br><b>${when}</b></span> ${button}`;
  return timeForm({ way, service: service.code, look: "note note--ok firstfree" }, inside, reader);
}

function nothingFree(offered: WeeksOffered, reader: PageReader): Html {
  const { service, release, last, today } = offered;
  const { t } = reader;
  const opens = t(release.time === null ? "book.opens-on" : "book.opens-at", {
    from: dayAndMonth(last.add({ days: 1 }).toString(), reader.language),
    day: relativeLongDate(release.date.toString(), today, reader),
    time: release.time ?? "",
  });
  return html`<div class="note note--warn"><p><b>${t("book.none-in-weeks", { weeks: weeksSpan(offered, reader) })}</b></p><p class="small">${opens}</p>${service.several ? html`<p class="small">${t("finder.together-none")}</p>` : null}</div>`;
}

/** Why earlier times are not shown. */
function sinceNote({ since }: WeeksOffered, { language, t, path }: PageReader, way: WayOn): Html | null {
  if (!since) return null;
  const link = html` <a href="${path(way.needs)}">${t("book.weeks-without-interpreter")}</a>`;
  return html`<p class="note small">${t("book.weeks-since", { day: weekdayAndDate(since.toString(), language) })}${link}</p>`;
}

/** The end of what there is. */
function horizon({ last, release }: WeeksOffered, { language, t }: PageReader): string {
  const until = t("book.horizon", { day: dayAndMonth(last.toString(), language) });
  const opening = release.time === null ? t("book.horizon-grows") : t("book.horizon-opens", { time: release.time });
  return `${until} ${opening}`;
}

function reasons(offered: WeeksOffered, reader: PageReader): Html | null {
  const shared = sharedReasons(offered.days, offered);
  if (shared.length === 0) return null;
  return html`<h2>${reader.t("book.days-without")}</h2><dl class="reasons">${shared.map(
    (each) => html`<div><dt>${datesOf(each, reader)}</dt><dd>${whyInWords(each.why, offered, reader)}</dd></div>`,
  )}</dl>`;
}

/** «Τρίτη 15/12», «24, 25 και 30/12», «Κυριακές» */
function datesOf({ dates, isWeekly }: SharedReason, { language, t }: PageReader): string {
  const [first = ""] = dates;
  if (isWeekly) return t(`book.weekdays-${Temporal.PlainDate.from(first).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`);
  const days = dates.map((date, index) => {
    const isLastOfMonth = dates[index + 1]?.slice(0, 7) !== date.slice(0, 7);
    return isLastOfMonth ? `${Number(date.slice(8))}/${Number(date.slice(5, 7))}` : String(Number(date.slice(8)));
  });
  return dates.length === 1 ? `${weekday(first, language)} ${days[0]}` : new Intl.ListFormat(language).format(days);
}
