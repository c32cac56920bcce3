import { atTime, dayAndMonth, formatPhone } from "../../../kit/dates.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { dateOf } from "../../../platform/time.ts";
import { inLine } from "../../../text/languages.ts";
import { relativeLongDate } from "../../choose/date-words.ts";
import { ADDRESS } from "../../frame/address.ts";
import { icon } from "../../frame/icons.ts";
import { addressInWords, mapOf, nameOfOffice } from "../../frame/names.ts";
import { hidden } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { formatDistance } from "../distance.ts";
import { entranceFacts } from "../entrance.ts";
import type { FoundService } from "../find-sql.ts";
import { hoursInLine } from "../hours-words.ts";
import { comingChanges } from "../office-hours.ts";
import type { FoundOffice } from "../offices.ts";
import { answersWords, type OpenNow, openNow, seenHours } from "../open-state.ts";
import type { Opens, SeenOffice } from "../seen-office.ts";

export interface CardsOf {
  /** Null: it is chosen after the office */
  readonly service: FoundService | null;
  readonly now: Temporal.Instant;
  readonly heading?: "h2" | "h3";
}

/** An office among others: where it is, when it has a time, how to get in, and the way on. */
export function officeCard(office: FoundOffice, { service, now, heading = "h2" }: CardsOf, reader: PageReader): Html {
  const { place, km } = office;
  const { t } = reader;
  const name = nameOfOffice(place, reader);
  const distance = km === null ? null : html` <span class="km">${formatDistance(km, reader)}</span>`;
  return html`<${heading}>${name}${distance}</${heading}><p>${addressInWords(place, reader)} <a href="${mapOf(place)}">${t("finder.map")}${hidden(`: ${name}`)}</a></p>${openWords(openNow(office, now, reader))}${offerWords(
    office,
    { service, now },
    reader,
  )}${entranceFacts(place, reader)}${hoursAndPhone(office, name, now, reader)}${wayOn(office, service, reader)}`;
}

function openWords(state: OpenNow | null): Html | null {
  if (!state) return null;
  return state.isOpen
    ? html`<p class="first">${icon("clock")}<span>${state.words}</span></p>`
    : html`<p class="none">${state.words}</p>`;
}

function offerWords(office: SeenOffice, { now }: CardsOf, reader: PageReader): Html | null {
  const { place, offer } = office;
  const { t, language } = reader;
  const today = dateOf(now);
  if (offer.is === "open") return null;
  if (offer.is === "free") return firstTime(offer.first, today, reader);
  if (offer.is === "not-offered")
    return html`<p class="none">${t("finder.not-offered", { office: nameOfOffice(place, reader) })}</p>`;
  if (offer.is === "none") {
    const until = t("finder.none-until", { date: dayAndMonth(offer.last.toString(), language) });
    return html`<p class="none">${until} ${opensWords(offer.opens, today, reader)}</p>`;
  }
  const answers = place.phone && answersWords(office, now, reader);
  return html`<p class="none">${t("finder.by-phone")}${place.phone ? html`: ${callLink(place.phone)}` : html`.`}</p>${answers ? html`<p>${answers}</p>` : null}`;
}

export function firstTime(
  { date, time }: { readonly date: string; readonly time: string },
  today: Temporal.PlainDate,
  reader: PageReader,
): Html {
  const when = inLine(reader.language, relativeLongDate(date, today, reader), atTime(time, reader.language));
  return html`<p class="first">${icon("yes")}<span>${reader.t("book.first-free")} ${when}</span></p>`;
}

function opensWords({ date, time }: Opens, today: Temporal.PlainDate, reader: PageReader): string {
  if (time === null) return reader.t("finder.opens-daily");
  return reader.t("finder.opens", {
    day: relativeLongDate(date.toString(), today, reader),
    time: atTime(time, reader.language),
  });
}

const callLink = (phone: string): Html => html`<a class="nw" href="tel:${phone}">${formatPhone(phone)}</a>`;

/** Null: there is no more to say than was said. */
function hoursAndPhone(office: FoundOffice, name: string, now: Temporal.Instant, reader: PageReader): Html | null {
  const { t, language } = reader;
  const { place, offer } = office;
  const hours = hoursInLine(seenHours(office).counter, reader);
  const phoned = hoursInLine(seenHours(office).telephone, reader);
  if (!hours && !phoned && (!place.phone || offer.is === "phone")) return null;
  const changes = comingChanges(office, now, reader).map(
    ({ days, what, why }) => `${days}: ${inLine(language, what, why)}`,
  );
  return html`<details><summary>${t(hours ? "finder.hours-and-phone" : "finder.phone")}${hidden(`: ${name}`)}</summary><div>${
    hours ? html`<p>${hours}</p>` : null
  }${changes.map((words) => html`<p>${words}</p>`)}${
    place.phone
      ? html`<p>${t("finder.phone")} ${callLink(place.phone)}${phoned ? html`<br>${phoned}` : null}</p>`
      : null
  }</div></details>`;
}

function wayOn({ place, offer }: SeenOffice, service: FoundService | null, reader: PageReader): Html {
  const { t, path } = reader;
  const { code } = place;
  const of = hidden(`: ${nameOfOffice(place, reader)}`);
  if (offer.is === "phone" || offer.is === "not-offered")
    return html`<a class="button" href="${path(ADDRESS.office(code, service?.code))}">${t("finder.particulars")}${of}</a>`;
  if (!service)
    return html`<a class="button button--go" href="${path(ADDRESS.services(undefined, { office: code }))}">${t("book.choose")}${of}</a>`;
  const weeks = path(ADDRESS.weeks(code, { service: service.code }));
  return offer.is === "none"
    ? html`<a class="button" href="${weeks}">${t("finder.calendar")}${of}</a>`
    : html`<a class="button button--go" href="${weeks}">${t("book.choose")}${of}</a>`;
}
