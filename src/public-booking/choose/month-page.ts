import { dayAndMonth, weekday } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { togetherLink } from "../find/together/together-link.ts";
import { ADDRESS } from "../frame/address.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { wishRow } from "../notify/wish-row.ts";
import { inMonth, monthName, relativeLongDate } from "./date-words.ts";
import type { MonthOffered } from "./month.ts";
import { monthGrid } from "./month-grid.ts";
import { type SharedReason, sharedReasons } from "./reasons.ts";
import { timeButton, timeForm } from "./time-form.ts";
import { type WayOn, wayToNew } from "./way.ts";
import { whyInWords } from "./why-words.ts";

/** «Ποια ημέρα σας βολεύει;»: a month with how many times each day has, and why others have none. */
export function monthPage(offered: MonthOffered, mark: string | null, reader: PageReader, given?: WayOn): Html {
  const { place, service, month, days, firstFree } = offered;
  const way = given ?? wayToNew(place.code, service.code, mark);
  const { t } = reader;
  const title = t("book.month-title");
  const isFree = days.some(({ state }) => state === "free");
  const main = html`<h1>${title}</h1>
<p class="sub1">${t("book.at-office", { service: visitInWords(service, reader), office: nameOfOffice(place, reader) })}${way.isNew ? html` ${togetherLink(service, place.code, reader)}` : null}</p>
${firstFree ? firstFreeForm(offered, reader, way) : null}
${isFree ? null : nothingFree(offered, reader)}
${monthGrid(offered, reader, way)}
<p class="keyline" aria-hidden="true"><span><i class="f"></i>${t("book.key-free")}</span> <span><i class="p"></i>${t("book.key-full")}</span> <span><i class="c"></i>${t("book.key-closed")}</span></p>
${reasons(offered, reader)}
${isFree ? null : whatElse(offered, reader, way)}`;
  const address = way.month(month.toString());
  const back = reader.path(way.back);
  const step = way.isNew ? 3 : undefined;
  return citizensPage(
    { title: inLine(reader.language, title, monthName(month, reader)), address, back, step, main },
    reader,
  );
}

/** Where a time may still be had. */
function whatElse({ place, service, month, firstFree, last }: MonthOffered, reader: PageReader, way: WayOn): Html {
  const { t, path } = reader;
  const next = month.add({ months: 1 });
  const isFreeLater = firstFree !== null && firstFree.date.slice(0, 7) !== month.toString();
  const hasNext = Temporal.PlainYearMonth.compare(next, last.toPlainYearMonth()) <= 0;
  const later = hasNext ? next : null;
  const onward = isFreeLater ? Temporal.PlainYearMonth.from(firstFree.date.slice(0, 7)) : later;
  const toMonth = (other: Temporal.PlainYearMonth) => ({
    address: path(way.month(other.toString())),
    label: t("book.see-month", { month: monthName(other, reader) }),
  });
  return html`<h2>${t("book.what-else")}</h2>${rows([
    ...(onward ? [toMonth(onward)] : []),
    ...(way.isNew
      ? [
          { address: path(ADDRESS.earliest({ service: service.code })), label: t("book.earliest-near") },
          // A wish is for one service.
          ...(service.several ? [] : [wishRow(place.code, service, reader)]),
        ]
      : []),
    ...(place.phone ? [{ address: path(ADDRESS.office(place.code)), label: t("book.by-phone") }] : []),
  ])}`;
}

function firstFreeForm({ service, firstFree, today }: MonthOffered, reader: PageReader, way: WayOn): Html {
  const { date, time } = firstFree as NonNullable<typeof firstFree>;
  const when = inLine(reader.language, relativeLongDate(date, today, reader), time);
  const button = timeButton({ date, time }, html`${reader.t("book.choose")}${hidden(`: ${when}`)}`);
  const inside = html`<span>${reader.t("book.first-free")}<br><b>${when}</b></span>${button}`;
  return timeForm({ way, service: service.code, look: "note note--ok firstfree" }, inside, reader);
}

function nothingFree({ service, month, release, last, today }: MonthOffered, reader: PageReader): Html {
  const { t } = reader;
  const opens = t(release.time === null ? "book.opens-on" : "book.opens-at", {
    from: dayAndMonth(last.add({ days: 1 }).toString(), reader.language),
    day: relativeLongDate(release.date.toString(), today, reader),
    time: release.time ?? "",
  });
  return html`<div class="note note--warn"><p><b>${t("book.none-in-month", { month: inMonth(month, reader) })}</b></p><p class="small">${opens}</p>${service.several ? html`<p class="small">${t("finder.together-none")}</p>` : null}</div>`;
}

function reasons({ days, horizonDays }: MonthOffered, reader: PageReader): Html | null {
  const shared = sharedReasons(days);
  if (shared.length === 0) return null;
  return html`<h2>${reader.t("book.days-without")}</h2><dl class="reasons">${shared.map(
    (each) => html`<div><dt>${datesOf(each, reader)}</dt><dd>${whyInWords(each.why, horizonDays, reader)}</dd></div>`,
  )}</dl>`;
}

/** «Τρίτη 15», «24, 25 και 30», «Κυριακές» */
function datesOf({ dates, isWeekly }: SharedReason, { language, t }: PageReader): string {
  const [first = ""] = dates;
  if (isWeekly) return t(`book.weekdays-${Temporal.PlainDate.from(first).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`);
  if (dates.length === 1) return `${weekday(first, language)} ${Number(first.slice(8))}`;
  return new Intl.ListFormat(language).format(dates.map((date) => String(Number(date.slice(8)))));
}
