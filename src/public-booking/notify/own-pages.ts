import { dayAndMonth, weekday } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import type { OfferedPlace } from "../earlier/earlier-sql.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, titleWith } from "../frame/fields.ts";
import { icon } from "../frame/icons.ts";
import { addressInWords, nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { facts, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import { type AtLink, linkForm, partOf } from "../visit/at-link.ts";
import { whenOf } from "../visit/shown.ts";
import { howItGoes, type NotifyFields, notifyFields } from "./notify-fields.ts";

/** The pages of whoever waits for a place without an appointment, where the links of their letters lead. */

export interface OwnWishPage extends NotifyFields {
  readonly service: NamedService;
  readonly isConfirmed: boolean;
  /** What they have just done */
  readonly note: "stands" | "changed" | "kept" | null;
  readonly isOffered: boolean;
  readonly offerMinutes: number;
}

/** To be confirmed by a button, since programs that look through mail follow links. */
export function toConfirmPage(page: OwnWishPage, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.notify-title");
  const yes = html`<button class="button button--go button--block">${t("visit.notify-confirm")}</button>`;
  const no = html`<button class="textbtn">${t("visit.notify-not-mine")}</button>`;
  const main = html`<h1>${title}</h1>${wishFacts(page, reader)}<p>${t("visit.notify-lead")}</p>
${linkForm(at, "waiting/confirm", yes)}${linkForm(at, "waiting/end", no)}
${howItGoes(page.days.last, page.offerMinutes, reader)}`;
  return citizensPage({ title, address: ADDRESS.link(token, "waiting"), main }, reader);
}

/** What, where and on which days. */
function wishFacts({ service, wish, days, choices }: OwnWishPage, reader: PageReader): Html {
  const { t, language } = reader;
  const names = new Intl.ListFormat(language);
  const offices = choices.filter(({ id }) => wish.offices.includes(id)).map((office) => nameOfOffice(office, reader));
  const weekdays = wish.weekdays.map((day) => weekday(`2026-11-${22 + day}`, language));
  const span = `${dayAndMonth(days.first, language)} – ${dayAndMonth(days.last, language)}`;
  return facts(
    [
      { name: t("visit.what"), value: visitInWords(service, reader) },
      { name: t("visit.where"), value: names.format(offices) },
      { name: t("visit.when"), value: names.format(weekdays), small: span },
    ],
    reader,
  );
}

/** It stands: changed, or ended. */
export function ownWishPage(page: OwnWishPage, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const { errors, note, service, days } = page;
  const title = t("visit.notify-stands");
  const save = html`<div class="cform">${notifyFields(page, reader)}<button class="button button--primary button--block">${t("visit.notify-change")}</button></div>`;
  const end = html`<button class="textbtn">${t("visit.wish-end")}</button>`;
  const offer = [{ address: partOf(at, "waiting/offer"), label: t("visit.place-title") }];
  const main = html`<h1>${title}</h1>${note && html`<p class="note note--ok" role="status">${t(`visit.notify-note-${note}`)}</p>`}
<p class="sub1">${visitInWords(service, reader)}</p>${page.isOffered ? rows(offer) : null}<p>${t("visit.notify-not-yet")}</p>
${linkForm(at, "waiting", save)}${linkForm(at, "waiting/end", end)}
${howItGoes(days.last || null, page.offerMinutes, reader)}`;
  const above = errorSummary(errors, reader);
  const address = ADDRESS.link(token, "waiting");
  return citizensPage({ title: titleWith(errors, title, reader), address, above, main }, reader);
}

export function wishEndedPage(reader: PageReader): Html {
  const { path, t } = reader;
  const title = t("visit.notify-ended");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.notify-ended-text")}</p>
${rows([{ address: path(ADDRESS.start), label: t("visit.over-new") }])}`;
  return citizensPage({ title, address: null, main }, reader);
}

export interface OfferedTo {
  readonly offer: OfferedPlace;
  readonly place: PlaceToGo;
  readonly service: NamedService;
}

/** «Ελευθερώθηκε ώρα»: it is theirs once they have filled in and confirmed, as every appointment is. */
export function offeredPlacePage({ offer, place, service }: OfferedTo, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.place-title");
  const until = clockTextOf(offer.until);
  const time = { date: dateTextOf(offer.starts_at), time: clockTextOf(offer.starts_at) };
  const hold = html`<input type="hidden" name="hold" value="${offer.hold}">`;
  const take = html`${hold}<button class="button button--go button--block">${t("visit.place-take")}</button>`;
  const refuse = html`${hold}<button class="button button--block">${t("visit.place-refuse")}</button>`;
  const where = inLine(reader.language, nameOfOffice(place, reader), addressInWords(place, reader));
  const shown = [
    { name: t("visit.when"), value: whenOf(time, reader) },
    { name: t("visit.where"), value: where },
    { name: t("visit.what"), value: visitInWords(service, reader) },
  ];
  const main = html`<h1>${title}</h1>${facts(shown, reader)}
<div class="btns btns--fit">${linkForm(at, "waiting/offer", take)}${linkForm(at, "waiting/refuse", refuse)}</div>
<p class="after-note">${t("visit.place-next")} ${t("visit.place-silent", { time: until })}</p>
${linkForm(at, "waiting/end", html`<button class="textbtn">${t("visit.wish-end")}</button>`)}`;
  const above = html`<div class="hold noprint"><p>${icon("clock")}<span>${t("visit.offer-held")} <b>${until}</b>.</span></p></div>`;
  return citizensPage(
    { title, address: ADDRESS.link(token, "waiting/offer"), back: partOf(at, "waiting"), above, main },
    reader,
  );
}

/** Its time is over, or it was answered: they stay in line. */
export function noPlacePage(at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.late-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.place-late")}</p>
${rows([{ address: partOf(at, "waiting"), label: t("visit.late-change") }])}`;
  return citizensPage({ title, address: ADDRESS.link(token, "waiting/offer"), main }, reader);
}
