import { weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { markField, timeButton, timeForm } from "../choose/time-form.ts";
import { wayToNew } from "../choose/way.ts";
import { formatDistance } from "../find/distance.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, type TextField, textField, titleWith } from "../frame/fields.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { hidden, unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import type { FreeNow } from "./free-now.ts";
import { howItGoes, type NotifyFields, notifyFields } from "./notify-fields.ts";

export interface NotifyPage extends NotifyFields {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly email: string;
  readonly free: readonly FreeNow[];
  /** How many wait already for a place of the office */
  readonly waiting: number;
  readonly offerMinutes: number;
  readonly mark: string | null;
}

/** «Να σας γράψουμε όταν ελευθερωθεί ώρα;»: what is free already comes first, for many need no wish. */
export function notifyPage(page: NotifyPage, reader: PageReader): Html {
  const { place, service, days, errors, free, waiting, offerMinutes, mark } = page;
  const { t, path } = reader;
  const title = t("visit.notify-title");
  const email: TextField = {
    name: "email",
    label: t("book.email"),
    hint: t("visit.notify-email"),
    value: page.email,
    type: "email",
    inputMode: "email",
    autocomplete: "email",
    maxLength: 254,
  };
  const address = ADDRESS.notify(place.code, service.code);
  const main = html`<h1>${title}</h1>
<p class="sub1">${t("book.at-office", { service: visitInWords(service, reader), office: nameOfOffice(place, reader) })}</p><p>${t("visit.notify-lead")}</p>
${free.length > 0 ? html`<h2>${t("visit.notify-free")}</h2>${free.map((each) => freeTime(each, page, reader))}` : null}
<form class="cform after-note" method="post" action="${path(address)}">${markField(mark)}${unseen({ service: service.code })}${notifyFields(page, reader)}
${textField(email, errors, reader)}
${waiting > 0 ? html`<p class="note small">${t("visit.notify-waiting", { count: waiting })}</p>` : null}
<button class="button button--go button--block">${t("visit.notify-save")}</button></form>
${howItGoes(days.last || null, offerMinutes, reader)}`;
  const above = errorSummary(errors, reader);
  const back = path(ADDRESS.weeks(place.code, { service: service.code }));
  return citizensPage({ title: titleWith(errors, title, reader), address, back, above, main }, reader);
}

/** A button that takes it, as on every page of times. */
function freeTime({ office, date, time }: FreeNow, { service, mark }: NotifyPage, reader: PageReader): Html {
  const { language, t } = reader;
  const name = nameOfOffice(office, reader);
  const when = inLine(language, weekdayAndDate(date, language), time);
  const where = inLine(language, name, office.km === null ? null : formatDistance(office.km, reader));
  const button = timeButton({ date, time }, html`${t("book.choose")}${hidden(`: ${inLine(language, when, name)}`)}`);
  const form = { way: wayToNew(office.code, service.code, mark), service: service.code };
  const inside = html`<span><b>${when}</b><br>${where}</span> ${button}`;
  return timeForm({ ...form, look: "note note--ok firstfree" }, inside, reader);
}

/** The same whether there is such a mailbox or not. */
export function notifySentPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.sent-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.notify-sent")}</p>
<h2>${t("book.sent-missing")}</h2><p>${t("book.sent-spam")}</p>`;
  return citizensPage({ title, address: ADDRESS.notifySent, back: path(ADDRESS.start), main }, reader);
}
