import { formatPhone } from "../../kit/dates.ts";
import { type Html, html, linkedData } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { addressInWords, mapOf, nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, list, telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { officeJsonLd } from "../open-data/json-ld.ts";
import { officeCard } from "./card/office-card.ts";
import { entranceFacts } from "./entrance.ts";
import type { FoundService } from "./find-sql.ts";
import type { OfficeFound } from "./office.ts";
import { comingChanges, hoursTable } from "./office-hours.ts";
import type { FoundOffice } from "./offices.ts";
import { answersWords, type OpenNow, openNow, seenHours } from "./open-state.ts";
import type { SeenOffice } from "./seen-office.ts";
import { usualWaitPart } from "./wait/usual-wait-part.ts";

interface OfficeView {
  readonly now: Temporal.Instant;
  /** Of which the usual wait was asked, ISO; null: none was chosen */
  readonly weekday: number | null;
}

/** One office: its telephone, where it is, when it is open, how to get in. */
export function officePage(
  { office, service, nearest, wait }: OfficeFound,
  { now, weekday }: OfficeView,
  reader: PageReader,
): Html {
  const { place, offer } = office;
  const { t, path } = reader;
  const title = nameOfOffice(place, reader);
  const addressOf = (day: number) => path(ADDRESS.office(place.code, service?.code, String(day)));
  const answers = place.phone && answersWords(office, now, reader);
  const main = html`<h1>${title}</h1>${openWords(openNow(office, now, reader))}${leadOf(office, service, reader)}
${place.phone ? html`<p>${telephone(place.phone, formatPhone(place.phone))}</p>` : null}${answers ? html`<p class="small">${answers}</p>` : null}
${offer.is === "phone" && place.phone ? html`<h2>${t("finder.have-ready")}</h2>${list([t("finder.ready-what"), t("finder.ready-when"), t("finder.ready-mail")])}` : null}
<h2>${t("finder.where-and-when")}</h2><p>${addressInWords(place, reader)}<br><a href="${mapOf(place)}">${t("finder.map")}${hidden(`: ${title}`)}</a></p>${seenHours(office).counter ? null : unknownHours(office, reader)}${hoursTable(office, now, reader)}${changes(office, now, reader)}
${usualWaitPart(wait, { now, weekday, addressOf }, reader)}
${entrance(office, reader)}
${nearest ? nearestCard(nearest, { service, now }, reader) : null}`;
  const back = path(ADDRESS.offices({ service: service?.code }));
  const head = linkedData(officeJsonLd({ facts: factsOf(office), url: ADDRESS.office(place.code) }));
  const address = ADDRESS.office(place.code, service?.code, weekday?.toString());
  return citizensPage({ title, address, back, main, head, isListed: service === null && weekday === null }, reader);
}

/** As open data have them. */
const factsOf = ({ place, serving }: SeenOffice) => {
  const { signLanguage, signLanguageDays, interpreterLanguages, interpreterDays, ...facts } = place;
  const { stepFreeEntrance, lift, accessibleWc, disabledParking } = place;
  return {
    ...facts,
    hours: serving.hours,
    access: { stepFreeEntrance, lift, accessibleWc, disabledParking },
    interpreters: { signLanguage, signLanguageDays, languages: interpreterLanguages, days: interpreterDays },
  };
};

function leadOf({ place, offer }: SeenOffice, service: FoundService | null, reader: PageReader): Html {
  const { t, path } = reader;
  if (offer.is === "phone")
    return html`<p class="lead">${t(place.phone ? "finder.phone-only" : "finder.not-online")}</p>`;
  if (offer.is === "not-offered" && service)
    return html`<p class="lead">${t("finder.not-offered", { office: nameOfOffice(place, reader) })} <a href="${path(
      ADDRESS.offices({ service: service.code }),
    )}">${t("finder.who-does")}</a></p>`;
  const onward = service
    ? ADDRESS.weeks(place.code, { service: service.code })
    : ADDRESS.services(undefined, { office: place.code });
  return html`<p class="lead">${t(place.phone ? "finder.online-too" : "finder.online")}</p><p><a class="button button--go" href="${path(onward)}">${t("finder.book-here")}</a></p>`;
}

function openWords(state: OpenNow | null): Html | null {
  if (!state) return null;
  return state.isOpen
    ? html`<p class="note note--ok">${icon("clock")} <b>${state.words}</b></p>`
    : html`<p class="note">${state.words}</p>`;
}

/** Never guessed from what its queues serve. */
function unknownHours({ place }: SeenOffice, { t }: PageReader): Html {
  return place.phone
    ? html`<p>${t("finder.hours-unknown")} <a class="nw" href="tel:${place.phone}">${formatPhone(place.phone)}</a></p>`
    : html`<p>${t("finder.hours-not-given")}</p>`;
}

function changes(office: SeenOffice, now: Temporal.Instant, reader: PageReader): Html | null {
  const days = comingChanges(office, now, reader);
  if (days.length === 0) return null;
  return html`<h3 id="changes">${reader.t("finder.changes")}</h3><table class="hours" aria-labelledby="changes"><tbody>${days.map(
    (day) =>
      html`<tr><th scope="row">${day.days}</th><td>${day.what}${day.why ? html`<br><span class="small">${day.why}</span>` : null}</td></tr>`,
  )}</tbody></table>`;
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
