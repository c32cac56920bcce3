import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SessionWays } from "../frame/deps.ts";
import { icon } from "../frame/icons.ts";
import { serviceInWords } from "../frame/names.ts";
import { ownVisitsRow } from "../frame/own-visits-row.ts";
import { citizensPage } from "../frame/page.ts";
import { list, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { FoundService } from "./find-sql.ts";
import { whereForm } from "./where-form.ts";

/** «Κλείστε ραντεβού σε ΚΕΠ»: the first question stands here, and the other ways to begin. */
export function startPage(frequent: readonly FoundService[], ways: SessionWays, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("finder.start-title");
  const hero = html`<div class="hero"><div><h1 id="title">${title}</h1><p>${t("finder.start-lead")}</p></div></div>`;
  const main = html`<form class="ask" action="${path(ADDRESS.services())}" method="get" role="search" aria-labelledby="title"><div class="field"><label for="q">${t("finder.what")}</label><p class="hint" id="q-hint">${t("finder.what-hint")}</p><div class="row row--wrap"><input class="input" id="q" name="q" aria-describedby="q-hint" autocomplete="off"><button class="button button--primary">${icon("search")}${t("finder.search")}</button></div></div></form>
<h2>${t("finder.otherwise")}</h2>${rows([
    { address: path(ADDRESS.offices()), label: t("finder.office-first"), small: t("finder.office-first-small") },
    {
      address: path(ADDRESS.services(undefined, { next: "earliest" })),
      label: t("finder.earliest-first"),
      small: t("finder.earliest-first-small"),
    },
    { address: path(ADDRESS.find), label: t("finder.have"), small: t("finder.have-small") },
    ...ownVisitsRow(ways, reader),
  ])}
<h2>${t(frequent.length > 0 ? "finder.frequent" : "finder.services")}</h2>${rows([
    ...frequent.map((service) => ({
      address: path(ADDRESS.offices({ service: service.code })),
      label: serviceInWords(service, reader),
    })),
    { address: path(ADDRESS.services()), label: t("finder.all-services") },
  ])}`;
  return citizensPage({ title, address: ADDRESS.start, hero, main, aside: startAside(reader) }, reader);
}

const startAside = ({ t, path }: PageReader): Html =>
  html`<section><h2>${t("finder.need")}</h2>${list([t("finder.need-confirm"), t("finder.need-afm")])}</section>
<section><h2>${t("finder.walk-in")}</h2><p>${t("finder.walk-in-text")}</p></section>
<section><h2>${t("finder.rather-phone")}</h2><p>${t("finder.rather-phone-text")}</p><a href="${path(ADDRESS.offices())}">${t("finder.phones")}</a></section>`;

/** Nothing is open anywhere yet: what can be done until then. @param hint what can be typed to find a telephone */
export function closedStartPage(hasOnline: boolean, hint: string | undefined, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("finder.closed-title");
  const online = { address: `${path(ADDRESS.services())}?online=1`, label: t("finder.closed-online") };
  const main = html`<h1>${title}</h1><p class="lead">${t("finder.closed-lead")}</p>
<h2>${t("finder.closed-today")}</h2><h3>${t("finder.closed-call")}</h3>${whereForm(
    {
      action: ADDRESS.offices(),
      label: t("finder.where-area"),
      hint,
      submit: t("finder.find-phone"),
      mark: "phone",
    },
    [],
    reader,
  )}
<h3>${t("finder.closed-walk-in")}</h3><p>${t("finder.closed-walk-in-text")}</p>
${hasOnline ? html`<h3>${t("finder.closed-without")}</h3><p>${t("finder.closed-without-text")}</p>${rows([online])}` : null}`;
  const aside = html`<section><h2>${t("finder.closed-phoned")}</h2><p>${t("finder.closed-phoned-text")}</p><a href="${path(ADDRESS.find)}">${t("finder.my-visit")}</a></section>`;
  return citizensPage({ title, address: ADDRESS.start, main, aside }, reader);
}
