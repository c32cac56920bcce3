import { MOST_PEOPLE, MOST_SERVICES } from "../../../appointments/field/visit-services.ts";
import { formatPhone } from "../../../kit/dates.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { aboutMinutes } from "../../../text/about-minutes.ts";
import { ADDRESS } from "../../frame/address.ts";
import { icon } from "../../frame/icons.ts";
import { nameOfOffice, serviceInWords } from "../../frame/names.ts";
import { citizensPage } from "../../frame/page.ts";
import { hidden, rows, telephone, unseen } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { isLongerThanOpen } from "../../longest-open.ts";
import { isTooLong, MOST_MINUTES } from "../../longest-visit.ts";
import type { NamedService, PlaceToGo } from "../../office-sql.ts";
import type { FoundService } from "../find-sql.ts";
import { type People, peopleOfText, takeFromVisit, textOfPeople } from "./people.ts";
import type { TogetherAtOffice } from "./together.ts";

interface Together {
  readonly service: FoundService;
  /** Null: which office is not chosen yet */
  readonly at: TogetherAtOffice | null;
}

/** «Ποιοι έρχεστε και τι χρειάζεται ο καθένας;»: the limit first, each who comes, and how long it takes together. */
export function togetherPage(together: Together, reader: PageReader): Html {
  const { service, at } = together;
  const { t, path } = reader;
  const title = t("finder.together-title");
  const people = peopleOfText(service.code);
  const office = at?.place.code;
  const main = html`<h1>${title}</h1>${at ? html`<p class="sub1">${t("finder.at", { office: nameOfOffice(at.place, reader) })}</p>` : null}
<p class="note small">${limitWords(at, reader)}</p>
${people.map((codes, person) => personCard({ codes, person, people }, together, reader))}
${people.length < MOST_PEOPLE ? anotherPerson(people, together, reader) : null}
${sum(together, reader)}`;
  const address = ADDRESS.together({ service: service.code, office });
  const back = path(office ? ADDRESS.office(office, people[0]?.[0]) : ADDRESS.services());
  return citizensPage({ title, address, back, step: 1, main }, reader);
}

const limitWords = (at: TogetherAtOffice | null, { t }: PageReader): string =>
  at
    ? t("finder.together-limit", { people: MOST_PEOPLE, limit: at.limit })
    : t("finder.together-limit-any", { people: MOST_PEOPLE });

interface PersonOf {
  readonly codes: readonly string[];
  readonly person: number;
  readonly people: People;
}

function personCard({ codes, person, people }: PersonOf, { service, at }: Together, reader: PageReader): Html {
  const { t, path } = reader;
  const office = at?.place.code;
  const who = t("book.person", { number: person + 1 });
  const isLast = people.length === 1 && codes.length === 1;
  const lines = codes.map((code, place) => {
    const name = nameIn(service, code, reader);
    const without = textOfPeople(takeFromVisit(people, person, place));
    const remove = html`<a rel="nofollow" href="${path(ADDRESS.together({ service: without, office }))}">${t("finder.remove")}${hidden(`: ${name}, ${who}`)}</a>`;
    return html`<li><span>${name}</span> ${isLast ? null : remove}</li>`;
  });
  const wish = { visit: service.code, person: String(person + 1), ...(office !== undefined && { office }) };
  const more =
    codes.length < MOST_SERVICES
      ? html`<a class="more" rel="nofollow" href="${path(ADDRESS.services(undefined, wish))}">${icon("add")}${t("finder.more-service")}${hidden(`: ${who}`)}</a>`
      : null;
  return html`<section class="kep person"><h2>${who}</h2><ul>${lines}</ul>${more}</section>`;
}

function anotherPerson(people: People, { service, at }: Together, reader: PageReader): Html {
  const { t, path } = reader;
  const office = at?.place.code;
  const choices = (service.several ?? [service]).map(
    ({ code, ...named }, index) =>
      html`<div><label class="tick"><input type="checkbox" name="with" value="${code}"${index === 0 ? html` checked` : null}><span>${serviceInWords(
        { code, ...named },
        reader,
      )}</span></label></div>`,
  );
  const wish = { visit: service.code, person: String(people.length + 1), ...(office !== undefined && { office }) };
  const other = html`<a class="more" rel="nofollow" href="${path(ADDRESS.services(undefined, wish))}">${icon("add")}${t("finder.other-service")}${hidden(`: ${t("book.person", { number: people.length + 1 })}`)}</a>`;
  return html`<form class="kep person" method="get" action="${path(ADDRESS.together())}"><h2>${t("finder.another-person")}</h2>${unseen({ service: service.code, office: office ?? null })}<fieldset><legend>${t("finder.what-needed")}</legend>${choices}${other}</fieldset> <button class="button">${icon("add")}${t("finder.add-person")}</button></form>`;
}

/** As it is, and as it is held; or why it can't be, with the telephone beside. */
function sum({ service, at }: Together, reader: PageReader): Html {
  const { t, path } = reader;
  const onward = at
    ? ADDRESS.weeks(at.place.code, { service: service.code })
    : ADDRESS.offices({ service: service.code });
  const isLong = isTooLong(service.code, at?.minutes ?? service.minutes);
  const words = at
    ? t("finder.together-sum", { minutes: at.minutes, held: at.held })
    : t("finder.lasts", { about: aboutMinutes(service.minutes, t) });
  const go = html`<a class="button button--go button--block" href="${path(onward)}">${t("book.continue")}</a>`;
  const refused = (why: string) =>
    html`<div class="note note--warn"><h2>${t("finder.together")}</h2><p><b>${words}</b></p><p>${why}</p>${byPhone(at?.place ?? null, reader)}</div>`;
  if (isLong) return refused(t("finder.together-long", { most: MOST_MINUTES }));
  if (at && isLongerThanOpen(at.minutes, at.longest))
    return html`${refused(t("finder.together-longer", { longest: at.longest }))}${rows([
      { address: path(ADDRESS.earliest({ service: service.code })), label: t("book.earliest-near") },
    ])}`;
  if (at?.days === 0) return html`${refused(t("finder.together-none"))}${go}`;
  const days = at ? html`<p class="small">${t("finder.together-days", { days: at.days })}</p>` : null;
  return html`<div class="note"><h2>${t("finder.together")}</h2><p><b>${words}</b></p><p class="small">${t("finder.together-one")}</p>${days}</div>${go}`;
}

function byPhone(place: PlaceToGo | null, { t, path }: PageReader): Html {
  const number = place?.phone ? html` ${telephone(place.phone, formatPhone(place.phone))}` : null;
  return html`<p><a href="${path(place ? ADDRESS.office(place.code) : ADDRESS.offices())}">${t("book.by-phone")}</a>${number}</p>`;
}

const nameIn = ({ several = [], ...service }: NamedService, code: string, reader: PageReader): string =>
  serviceInWords(several.find((each) => each.code === code) ?? service, reader);
