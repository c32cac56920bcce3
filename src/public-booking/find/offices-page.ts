import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { typedNumbers } from "../../offices/places/numbers.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf } from "../../platform/time.ts";
import { comma } from "../../text/languages.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, titleWith } from "../frame/fields.ts";
import { icon } from "../frame/icons.ts";
import { asTyped, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { Whereabouts } from "./around.ts";
import { cachedCard } from "./card/card-cache.ts";
import type { FoundService } from "./find-sql.ts";
import { NEAR_SCRIPT, nearMe } from "./near-me.ts";
import type { OfficesFound } from "./offices.ts";
import { officesByRegion, whereHint } from "./regions.ts";
import { togetherLink } from "./together/together-link.ts";
import { type WhereForm, whereForm } from "./where-form.ts";

interface WhereQuestion {
  readonly value: string;
  readonly errors: readonly FieldError[];
  /** Of the country */
  readonly offices: readonly FinderOffice[];
}

/** «Πού θέλετε να εξυπηρετηθείτε;», or which office where the service comes after it. */
export function wherePage(
  service: FoundService | null,
  { value, errors, offices }: WhereQuestion,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const title = t(service ? "finder.where-title" : "finder.which-office");
  const along = { service: service?.code ?? null };
  const form: WhereForm = {
    action: ADDRESS.offices(),
    along,
    value,
    label: t("finder.where"),
    hint: whereHint(offices, reader),
    submit: t("finder.search"),
    mark: "search",
  };
  const earliest = service
    ? ADDRESS.earliest({ service: service.code })
    : ADDRESS.services(undefined, { next: "earliest" });
  const main = html`<h1>${title}</h1>${forService(service, reader)}
${service?.onlineUrl ? html`<p class="note small">${withoutVisit(service.onlineUrl, reader)}</p>` : null}
${whereForm(form, errors, reader)}
${errors.length > 0 ? officesByRegion(offices, service?.code, reader) : null}
${nearMe(ADDRESS.offices(), along, reader)}
${rows([{ address: path(earliest), label: t("finder.earliest-first"), small: t("finder.earliest-small") }])}`;
  const aside = html`<section><h2>${t("finder.any-office")}</h2><p>${t("finder.any-office-text")}</p></section>`;
  const address = ADDRESS.offices({ service: service?.code });
  const back = path(ADDRESS.start);
  const above = errorSummary(errors, reader);
  const page = {
    title: titleWith(errors, title, reader),
    address,
    back,
    above,
    main,
    aside,
    script: NEAR_SCRIPT.address,
  };
  return citizensPage({ ...page, step: service ? 2 : 1 }, reader);
}

const forService = (service: FoundService | null, reader: PageReader): Html | null =>
  service &&
  html`<p class="sub1">${reader.t("finder.for", { service: visitInWords(service, reader) })} <a class="small" href="${reader.path(
    ADDRESS.start,
  )}">${reader.t("book.change")}${hidden(` ${reader.t("finder.of-service")}`)}</a> ${togetherLink(service, null, reader)}</p>`;

const withoutVisit = (address: string, { language, t }: PageReader): Html =>
  html`<b>${t("finder.without-visit")}</b>${comma(language)} ${t("finder.on-the-internet")} <a href="${address}">${t("finder.see-how")}</a>`;

/** The offices that were found, with the first time of each. */
export function officesPage(
  found: OfficesFound,
  sort: "steps" | null,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { service, whereabouts, page, offices, country } = found;
  const { t, path } = reader;
  const title = titleOf(found, reader);
  const wish = wishOf(found);
  const here = path(ADDRESS.offices({ ...wish, ...(sort && { sort }), page: String(page) }));
  const main = html`<h1>${title}</h1>${service ? html`<p class="sub1">${t("finder.for", { service: visitInWords(service, reader) })}</p>` : null}
${sortBy(found, sort, reader)}
<ul>${offices.map((office) => html`<li class="kep">${cachedCard(office, { service, now }, reader)}</li>`)}</ul>
${pager(found, sort, reader)}
${found.isUnknown ? officesByRegion(country, service?.code, reader) : null}
${service ? html`<p class="small count">${t("finder.as-of", { time: clockTextOf(now) })} <a href="${here}">${t("finder.refresh")}</a></p>` : null}`;
  const address = ADDRESS.offices({ ...wish, page: String(page) });
  const back = path(ADDRESS.offices({ service: service?.code }));
  const aside = html`${
    service?.onlineUrl
      ? html`<section><h2>${t("finder.without-visit")}</h2><p>${t("finder.also-online", { service: visitInWords(service, reader) })}</p><a href="${service.onlineUrl}">${t("finder.see-how")}</a></section>`
      : null
  }<section><h2>${t("finder.getting-in")}</h2><p>${t("finder.getting-in-text")}</p></section>`;
  return citizensPage(
    { title, address: whereabouts.point ? ADDRESS.offices() : address, back, step: service ? 2 : 1, main, aside },
    reader,
  );
}

function titleOf({ count, whereabouts, isUnknown }: OfficesFound, reader: PageReader): string {
  const { t } = reader;
  if (whereabouts.point) return t("finder.offices-near-you", { count });
  const where = asTyped(whereabouts.where, reader);
  if (isUnknown) return t("finder.offices-unknown", { where });
  const { postcode } = typedNumbers(whereabouts.where);
  if (postcode === null) return t("finder.offices-for", { count, where });
  return t("finder.offices-near", { count, where: postcode.replace(/^(...)/, "$1\u00a0") });
}

const wishOf = ({ service, whereabouts }: Pick<OfficesFound, "service" | "whereabouts">) => ({
  service: service?.code,
  ...whereaboutsParams(whereabouts),
});

/** As it goes along in an address. */
export const whereaboutsParams = ({ where, point }: Whereabouts) =>
  point ? { lat: point.latitude.toFixed(2), lon: point.longitude.toFixed(2) } : { where };

function sortBy(found: OfficesFound, sort: "steps" | null, { t, path }: PageReader): Html | null {
  if (found.count < 2) return null;
  const { service } = found;
  const wish = wishOf(found);
  const first = t(found.offices.some(({ km }) => km !== null) ? "finder.sort-near" : "finder.sort-name");
  return html`<nav class="sortby" aria-label="${t("finder.sort")}"><span>${t("finder.sort-first")}</span> ${
    sort ? html`<a href="${path(ADDRESS.offices(wish))}">${first}</a>` : html`<b aria-current="true">${first}</b>`
  } ${service ? html`<a href="${path(ADDRESS.earliest(wish))}">${t("finder.sort-earliest")}</a> ` : null}${
    sort
      ? html`<b aria-current="true">${t("finder.sort-steps")}</b>`
      : html`<a href="${path(ADDRESS.offices({ ...wish, sort: "steps" }))}">${t("finder.sort-steps")}</a>`
  }</nav>`;
}

function pager(found: OfficesFound, sort: "steps" | null, { t, path }: PageReader): Html | null {
  const { page, pages } = found;
  if (pages === 1) return null;
  const to = (other: number) => path(ADDRESS.offices({ ...wishOf(found), ...(sort && { sort }), page: String(other) }));
  return html`<nav class="pager" aria-label="${t("finder.pages")}">${
    page > 1 ? html`<a href="${to(page - 1)}">${icon("back")}${t("finder.fewer")}</a>` : html`<span></span>`
  }<span class="mid">${t("finder.page-of", { page, pages })}</span>${
    page < pages ? html`<a href="${to(page + 1)}">${t("finder.more")}${icon("on")}</a>` : html`<span></span>`
  }</nav>`;
}
