import { formatPhone } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateOf, minuteOfDay } from "../../platform/time.ts";
import { ADDRESS } from "../frame/address.ts";
import { addressInWords, mapOf, nameOfOffice, reasonInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, list, telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { entranceFacts } from "./entrance.ts";
import type { FoundService } from "./find-sql.ts";
import { openingHoursWords, spanWords } from "./hours-words.ts";
import type { OfficeFound } from "./office.ts";
import { officeCard } from "./office-card.ts";
import type { FoundOffice } from "./offices.ts";
import { isServing } from "./opening-hours.ts";
import type { SeenOffice } from "./seen-office.ts";

/** One office: its telephone, where it is, when it is open, how to get in. */
export function officePage({ office, service, nearest }: OfficeFound, now: Temporal.Instant, reader: PageReader): Html {
  const { place, offer } = office;
  const { t, path } = reader;
  const title = nameOfOffice(place, reader);
  const main = html`<h1>${title}</h1>${leadOf(office, service, reader)}
${place.phone ? html`<p>${telephone(place.phone, formatPhone(place.phone))}</p>` : null}${openNow(office, now, reader)}
${offer.is === "phone" && place.phone ? html`<h2>${t("finder.have-ready")}</h2>${list([t("finder.ready-what"), t("finder.ready-when"), t("finder.ready-mail")])}` : null}
<h2>${t("finder.where-and-when")}</h2><p>${addressInWords(place, reader)}<br><a href="${mapOf(place)}">${t("finder.map")}${hidden(`: ${title}`)}</a></p>${hoursTable(office, reader)}
${entrance(office, reader)}
${nearest ? nearestCard(nearest, { service, now }, reader) : null}`;
  const back = path(ADDRESS.offices({ service: service?.code }));
  return citizensPage({ title, address: ADDRESS.office(place.code, service?.code), back, main }, reader);
}

function leadOf({ place, offer }: SeenOffice, service: FoundService | null, reader: PageReader): Html {
  const { t, path } = reader;
  if (offer.is === "phone")
    return html`<p class="lead">${t(place.phone ? "finder.phone-only" : "finder.not-online")}</p>`;
  if (offer.is === "not-offered" && service)
    return html`<p class="lead">${t("finder.not-offered", { office: nameOfOffice(place, reader) })} <a href="${path(
      ADDRESS.offices({ service: service.code }),
    )}">${t("finder.who-does")}</a></p>`;
  const onward = service
    ? ADDRESS.month(place.code, { service: service.code })
    : ADDRESS.services(undefined, { office: place.code });
  return html`<p class="lead">${t(place.phone ? "finder.online-too" : "finder.online")}</p><p><a class="button button--go" href="${path(onward)}">${t("finder.book-here")}</a></p>`;
}

function openNow({ serving }: SeenOffice, now: Temporal.Instant, { t }: PageReader): Html | null {
  if (serving.hours.length + serving.extra.length === 0) return null;
  const time = clockTextOf(now);
  const isOpen = isServing(serving, { date: dateOf(now), minute: minuteOfDay(time) });
  return html`<p class="small">${t(isOpen ? "finder.open-now" : "finder.closed-now", { time })}</p>`;
}

function hoursTable({ serving: { hours, extra, closed } }: SeenOffice, reader: PageReader): Html | null {
  const { t } = reader;
  if (hours.length + extra.length + closed.length === 0) return null;
  const row = (days: string, times: string) => html`<tr><th scope="row">${days}</th><td>${times}</td></tr>`;
  const weekly = hours.length > 0 ? openingHoursWords(hours, reader).map(({ days, times }) => row(days, times)) : [];
  const besides = extra.map((each) => row(spanWords(each, reader), t("finder.open-extra")));
  const exceptions = closed.map((each) =>
    row(spanWords(each, reader), t("finder.closed-because", { reason: reasonInWords(each, reader) })),
  );
  return html`<table class="hours"><caption class="visually-hidden">${t("finder.hours")}</caption><tbody>${[...weekly, ...besides, ...exceptions]}</tbody></table>`;
}

function entrance({ place }: SeenOffice, reader: PageReader): Html | null {
  const said = entranceFacts(place, reader);
  return said && html`<h2>${reader.t("finder.entrance")}</h2>${said}`;
}

const nearestCard = (
  nearest: FoundOffice,
  of: { readonly service: FoundService | null; readonly now: Temporal.Instant },
  reader: PageReader,
): Html =>
  html`<h2>${reader.t("finder.from-here")}</h2><p class="small">${reader.t("finder.nearest-open")}</p><div class="kep">${officeCard(nearest, { ...of, heading: "h3" }, reader)}</div>`;
