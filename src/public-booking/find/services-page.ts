import { type Html, html } from "../../platform/text/html.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { asTyped, nameOfOffice, serviceInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, list, rows, unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { bringForOneself } from "../frame/to-bring.ts";
import type { FoundService } from "./find-sql.ts";
import { doneElsewhere, notUnderstood } from "./own-words-page.ts";
import type { ChosenOffice, ServicesFound } from "./services-found.ts";
import { addToVisit, peopleOfText, textOfPeople } from "./together/people.ts";
import type { ServicesQuery } from "./wish.ts";

/** «Τι χρειάζεστε;»: what the words named, or all services from Α to Ω. */
export function servicesPage(found: ServicesFound, query: ServicesQuery, reader: PageReader): Html {
  const { services, office, elsewhere } = found;
  const { q, online } = query;
  const { t, path } = reader;
  const heading = t("finder.what");
  const title = q ? t("finder.services-for", { q }) : heading;
  const main = html`<h1>${heading}</h1>
${office ? html`<p class="sub1">${t("finder.at", { office: nameOfOffice(office.place, reader) })} <a class="small" href="${path(ADDRESS.offices())}">${t("book.change")}${hidden(` ${t("finder.of-office")}`)}</a></p>` : null}
${searchForm(query, reader)}
${notUnderstood(found, reader)}${elsewhere?.isFirst ? doneElsewhere(found, reader) : null}
${countOrNothing(found, query, reader)}
<ul class="found">${services.map((service) => serviceItem(service, { office, query }, reader))}</ul>
${elsewhere && !elsewhere.isFirst ? doneElsewhere(found, reader) : null}${q || online ? otherWays(found, query, reader) : null}`;
  const address = ADDRESS.services(q ?? undefined, along(query));
  const visit = query.visit === null ? null : { service: query.visit, office: query.office ?? undefined };
  const before = office ? ADDRESS.office(office.place.code) : ADDRESS.start;
  const back = path(visit ? ADDRESS.together(visit) : before);
  return citizensPage({ title, address, back, step: office ? 2 : 1, main }, reader);
}

const along = ({ office, next, visit, person }: ServicesQuery) => ({
  ...(office !== null && { office }),
  ...(next && { next }),
  ...(visit !== null && { visit, person }),
});

function searchForm(query: ServicesQuery, { t, path }: PageReader): Html {
  const { q } = query;
  return html`<form action="${path(ADDRESS.services())}" method="get" role="search">${unseen(along(query))}<label class="visually-hidden" for="q">${t("finder.what-label")}</label><div class="row"><input class="input" id="q" name="q" value="${q ?? ""}" autocomplete="off"><button class="button button--primary">${icon("search")}${hidden(t("finder.search"))}</button></div></form>`;
}

function countOrNothing(found: ServicesFound, query: ServicesQuery, reader: PageReader): Html | null {
  const { services, elsewhere } = found;
  if (services.length === 0) return elsewhere ? null : nothing(found, query, reader);
  if (elsewhere?.isFirst) return html`<h2>${reader.t("finder.here-instead")}</h2>`;
  return html`<p class="small count">${countWords(services.length, query, reader)}</p>`;
}

function countWords(count: number, { q, online }: ServicesQuery, reader: PageReader): string {
  const { t } = reader;
  if (q) return t("finder.count-for", { count, q: asTyped(q, reader) });
  return t(online ? "finder.count-online" : "finder.count", { count });
}

function nothing({ other }: ServicesFound, { q }: ServicesQuery, reader: PageReader): Html {
  const words = reader.t(other ? "finder.no-service-other" : "finder.no-service", { q: asTyped(q ?? "", reader) });
  return html`<div class="note note--warn count" role="status"><p>${words}</p></div>`;
}

interface Chosen {
  readonly office: ChosenOffice | null;
  readonly query: ServicesQuery;
}

function serviceItem(service: FoundService, chosen: Chosen, reader: PageReader): Html {
  const { t, path } = reader;
  const name = serviceInWords(service, reader);
  const office = chosen.office?.place.code;
  const bringAddress = ADDRESS.bring({ service: service.code, ...(office !== undefined && { office }) });
  const bring = bringForOneself(service, reader);
  const isElsewhere = chosen.office?.notOffered.has(service.code) ?? false;
  const heading = isElsewhere ? html`${name}` : html`<a href="${onward(service, chosen, reader)}">${name}</a>`;
  return html`<li><h2>${heading}</h2>${isElsewhere ? notOffered(service, chosen.office as ChosenOffice, reader) : null}<p class="small">${t("finder.lasts", { about: aboutMinutes(service.minutes, t) })}</p>${
    service.onlineUrl
      ? html`<p class="small without"><span class="badge badge--ok">${t("finder.without-visit")}</span> <a href="${service.onlineUrl}">${t("finder.see-how")}${hidden(`: ${name}`)}</a></p>`
      : null
  }${
    bring.length > 0
      ? html`<details><summary>${t("finder.bring")}${hidden(`: ${name}`)}</summary><div>${list(bring)}<p><a href="${path(bringAddress)}">${t("visit.bring-all")}${hidden(`: ${name}`)}</a></p></div></details>`
      : null
  }</li>`;
}

function onward({ code }: FoundService, { office, query }: Chosen, { path }: PageReader): string {
  if (query.visit !== null) {
    const service = textOfPeople(addToVisit(peopleOfText(query.visit), Number(query.person) - 1, code));
    return path(ADDRESS.together({ service, office: query.office ?? undefined }));
  }
  if (office) return path(ADDRESS.weeks(office.place.code, { service: code }));
  return path(query.next === "earliest" ? ADDRESS.earliest({ service: code }) : ADDRESS.offices({ service: code }));
}

const notOffered = ({ code }: FoundService, { place }: ChosenOffice, reader: PageReader): Html =>
  html`<p class="none">${reader.t("finder.not-offered", { office: nameOfOffice(place, reader) })} <a href="${reader.path(
    ADDRESS.offices({ service: code }),
  )}">${reader.t("finder.who-does")}</a></p>`;

function otherWays({ other, office }: ServicesFound, query: ServicesQuery, reader: PageReader): Html {
  const { t, path } = reader;
  const hasOther = other !== null && !office?.notOffered.has(other.code);
  return html`<h2>${t("finder.not-found")}</h2>${rows([
    { address: path(ADDRESS.services(undefined, along(query))), label: t("finder.all-services") },
    { address: path(ADDRESS.offices()), label: t("finder.call-us"), small: t("finder.phones") },
    ...(hasOther
      ? [
          {
            address: onward(other, { office, query }, reader),
            label: serviceInWords(other, reader),
            small: t("finder.other-small"),
          },
        ]
      : []),
  ])}`;
}
