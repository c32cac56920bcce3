import { dayAndMonth, daysAfter } from "../../../kit/dates.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../../platform/time.ts";
import { aboutMinutes } from "../../../text/about-minutes.ts";
import { comma, inLine } from "../../../text/languages.ts";
import { timeButton, timeForm } from "../../choose/time-form.ts";
import { wayToNew } from "../../choose/way.ts";
import { WHEN } from "../../choose/when.ts";
import { whensInWords, whenTicks } from "../../choose/when-form.ts";
import { ADDRESS } from "../../frame/address.ts";
import { errorSummary, textField, titleWith } from "../../frame/fields.ts";
import { asTyped, inGreek, nameOfOffice, visitInWords } from "../../frame/names.ts";
import { citizensPage } from "../../frame/page.ts";
import { hidden, list, rows, unseen } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { wishRow } from "../../notify/wish-row.ts";
import { formatDistance } from "../distance.ts";
import { NEAR_SCRIPT, nearMe } from "../near-me.ts";
import { whereaboutsParams } from "../offices-page.ts";
import { FURTHEST, REACHES } from "../wish.ts";
import type { EarliestFound, EarliestTime, EarliestWish } from "./earliest.ts";

export interface Earliest extends EarliestWish {
  readonly found: EarliestFound;
  /** Of the browser that has a form already; null: it begins one */
  readonly mark: string | null;
  readonly errors: readonly FieldError[];
}

/** «Το νωρίτερο κοντά σας»: the first times around, each a button that takes it. */
export function earliestPage(earliest: Earliest, reader: PageReader): Html {
  const { service, whereabouts, found, errors, now } = earliest;
  const { t, path } = reader;
  const title = t("finder.earliest-title");
  const along = { service: service.code };
  const main = html`<h1>${title}</h1><p class="sub1">${t("finder.for-minutes", { service: visitInWords(service, reader), about: aboutMinutes(service.minutes, t) })}</p>
${whereabouts?.point ? html`<p class="small">${t("finder.around-you")}</p>` : null}
${filters(earliest, reader)}
${found.isUnknown && found.times ? html`<p class="note note--warn" role="status">${t("finder.offices-unknown", { where: asTyped(whereabouts?.where ?? "", reader) })}</p>` : null}
${whereabouts && found.times ? null : nearMe(ADDRESS.earliest(), along, reader)}
${found.unread > 0 ? notAllRead(earliest, reader) : null}
${found.times ? timesFound(found.times, earliest, reader) : null}
${found.times?.length === 0 && found.unread === 0 ? whatElse(earliest, reader) : null}
${found.hasMore ? html`<p class="count"><a class="button" href="${path(addressOfList(earliest, earliest.query.page + 1))}">${t("finder.more-times")}</a></p>` : null}
${found.times ? html`<p class="small count">${t("finder.as-of", { time: clockTextOf(now) })} ${t("finder.if-taken")} <a href="${path(addressOfList(earliest, earliest.query.page))}">${t("finder.refresh")}</a></p>` : null}`;
  const back = path(ADDRESS.offices(along));
  const above = errorSummary(errors, reader);
  const script = found.times ? undefined : NEAR_SCRIPT.address;
  const page = { title: titleWith(errors, title, reader), address: ADDRESS.earliest(along), back, above, main, script };
  return citizensPage({ ...page, step: 2 }, reader);
}

function addressOfList({ service, whereabouts, query }: Earliest, page: number): string {
  return ADDRESS.earliest({
    service: service.code,
    ...(whereabouts && whereaboutsParams(whereabouts)),
    within: String(query.within),
    when: query.when,
    stepfree: query.stepfree ? "1" : undefined,
    page: String(page),
  });
}

function filters({ service, whereabouts, query, errors }: Earliest, reader: PageReader): Html {
  const { t, path } = reader;
  const point = whereabouts?.point ?? null;
  const where = {
    name: "where",
    autocomplete: "postal-code",
    value: whereabouts?.where ?? "",
    label: t("finder.around"),
  };
  const at = point && whereabouts ? whereaboutsParams(whereabouts) : {};
  return html`<form class="filters" action="${path(ADDRESS.earliest())}" method="get">${unseen({ service: service.code, ...at })}<div class="row row--wrap">${textField(where, errors, reader)}<div class="field"><label for="within">${t("finder.reach")}</label><select class="input" id="within" name="within">${REACHES.map(
    (km) =>
      html`<option value="${km}"${km === query.within ? html` selected` : null}>${t("finder.up-to", { count: km })}</option>`,
  )}</select></div></div>${whenTicks(WHEN, query.when, reader)}<div class="checks"><label><input type="checkbox" name="stepfree" value="1"${query.stepfree ? html` checked` : null}>${t("finder.only-stepfree")}</label></div><button class="button">${t("finder.update")}</button></form>`;
}

/** What follows may not be the earliest, and where nothing follows there may be some. */
const notAllRead = (earliest: Earliest, reader: PageReader): Html =>
  html`<p class="note note--warn" role="status">${reader.t("finder.not-all-read", { count: earliest.found.unread })} <a href="${reader.path(
    addressOfList(earliest, earliest.query.page),
  )}">${reader.t("finder.refresh")}</a></p>`;

function timesFound(times: readonly EarliestTime[], earliest: Earliest, reader: PageReader): Html | null {
  const { query, now } = earliest;
  const { t } = reader;
  if (times.length === 0 && earliest.found.unread > 0) return null;
  if (times.length === 0) {
    const words = t("finder.none-within", { count: query.within });
    return html`<div class="note note--warn count" role="status"><p>${words}</p>${wider(earliest, reader)}</div>`;
  }
  const dates = [...new Set(times.map(({ date }) => date))];
  return html`<p class="small count" id="hold-note">${t("finder.choose-time")}</p>
${dates.map(
  (date) =>
    html`<h2 class="dayh">${namedDay(date, dateTextOf(now), reader)}</h2><ul class="early">${times
      .filter((each) => each.date === date)
      .map((each) => timeItem(each, earliest, reader))}</ul>`,
)}`;
}

/** To wait where one can; where several have room nowhere near, each by itself may. */
function whatElse({ found: { nearest }, service }: Earliest, reader: PageReader): Html | null {
  if (nearest) return rows([wishRow(nearest, service, reader)]);
  return service.several ? html`<p class="small">${reader.t("finder.together-none")}</p>` : null;
}

/** Which limit to leave out for there to be a time: each a link. Null: none of them is what hinders. */
function wider(earliest: Earliest, reader: PageReader): Html | null {
  const { query, found } = earliest;
  const { t, path } = reader;
  if (found.without.length === 0) return null;
  const ways = {
    when: { query: { ...query, when: [] }, words: t("book.when-drop", { when: whensInWords(query.when, reader) }) },
    stepfree: { query: { ...query, stepfree: false }, words: t("book.when-drop", { when: t("finder.only-stepfree") }) },
    both: {
      query: { ...query, when: [], stepfree: false },
      words: t("book.when-drop", { when: `${whensInWords(query.when, reader)}, ${t("finder.only-stepfree")}` }),
    },
    within: { query: { ...query, within: FURTHEST }, words: t("finder.up-to", { count: FURTHEST }) },
  };
  return html`<p>${t("finder.none-but")}</p>${list(
    found.without.map((limit) => {
      const address = path(addressOfList({ ...earliest, query: ways[limit].query }, 1));
      return html`<a href="${address}">${ways[limit].words}</a>`;
    }),
  )}`;
}

/** «Σήμερα, Τρίτη 24 Νοεμβρίου» */
function namedDay(date: string, today: string, { language, t }: PageReader): string {
  const day = dayAndMonth(date, language);
  if (date === today) return t("finder.today", { day });
  return date === daysAfter(today, 1) ? t("finder.tomorrow", { day }) : day;
}

function timeItem({ place, km, date, time }: EarliestTime, { service, mark }: Earliest, reader: PageReader): Html {
  const name = nameOfOffice(place, reader);
  const there = inLine(reader.language, dayAndMonth(date, reader.language), name);
  const button = timeButton({ date, time }, html`${time}${hidden(`${comma(reader.language)} ${there}`)}`, " t");
  const way = wayToNew(place.code, service.code, mark);
  const form = { way, service: service.code, describedBy: "hold-note" };
  return html`<li>${timeForm(form, button, reader)}<p><b>${name}</b> <span>${inGreek(place.address ?? place.municipality, reader)}</span></p><span class="km">${
    km === null ? "" : formatDistance(km, reader)
  }</span></li>`;
}
