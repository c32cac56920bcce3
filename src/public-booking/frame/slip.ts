import { atTime, dayAndMonth, formatPhone, formatReference } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { aboutMinutes } from "../../text/about-minutes.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";
import { icon } from "./icons.ts";
import { addressInWords, asTyped, inGreek, nameOfOffice, visitInWords } from "./names.ts";
import { telephone } from "./parts.ts";
import { qrCode } from "./qr.ts";
import type { PageReader } from "./reader.ts";

/** An appointment as its citizen sees it. */
export interface ShownVisit {
  readonly reference: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly place: PlaceToGo;
  readonly service: NamedService;
}

interface SlipWords {
  /** Over it, as the page's title; null: the page has another */
  readonly title: string | null;
  /** Who comes; null: it is safe to lose */
  readonly who: string | null;
  /** The name of the business that it is for; null: it is for none */
  readonly business: string | null;
}

/** When, where and what, under a title in green: nothing of whose it is. */
export const bareSlip = (
  visit: Omit<ShownVisit, "reference">,
  { title, lead }: { readonly title: string; readonly lead: string },
  reader: PageReader,
): Html =>
  html`<div class="slip"><div class="slip__ok">${icon("yes")}<div><h1>${title}</h1><p>${lead}</p></div></div>${whenAndWhere(visit, NOBODY, reader)}</div>`;

/** What is shown at the entrance: when, where, and the nine digits, which a scanner can read too. No link is on it. */
export function slip(visit: ShownVisit, { title, ...whose }: SlipWords, reader: PageReader): Html {
  const { t } = reader;
  const code = formatReference(visit.reference);
  return html`<div class="slip">${
    title === null ? null : html`<div class="slip__ok">${icon("yes")}<h1>${title}</h1></div>`
  }${whenAndWhere(visit, whose, reader)}<div class="slip__c"><div><p class="label">${t("visit.code")}</p><p class="code2">${code}</p></div>${qrCode(
    visit.reference,
    t("visit.qr", { code }),
  )}</div></div>`;
}

const NOBODY = { who: null, business: null };

function whenAndWhere(
  visit: Omit<ShownVisit, "reference">,
  { who, business }: Pick<SlipWords, "who" | "business">,
  reader: PageReader,
): Html {
  const { date, time, minutes, place, service } = visit;
  const { language, t } = reader;
  const what = t("visit.about", { service: visitInWords(service, reader), about: aboutMinutes(minutes, t) });
  return html`<div class="slip__b"><p class="when"><span>${dayAndMonth(date, language)} <small>${date.slice(0, 4)}</small></span> <span>${atTime(
    time,
    language,
  )}</span></p><p><b>${nameOfOffice(place, reader)}</b><br>${addressInWords(place, reader)}</p><p class="small">${what}${
    who === null ? null : html`. ${t("visit.who-comes", { who })}`
  }</p>${business && html`<p class="small">${t("letter.business")}: <b>${asTyped(business, reader)}</b></p>`}</div>`;
}

const ACCESS = ["stepFreeEntrance", "lift", "accessibleWc", "disabledParking"] as const;

/** What is known of the entrance; nothing is said of what is not. */
export function access({ place }: ShownVisit, reader: PageReader): Html | null {
  const { t } = reader;
  const there = ACCESS.filter((fact) => place[fact]);
  const facts = there.map((fact) => html`<li>${icon("yes")}${t(`letter.access-${fact}`)}</li>`);
  const notes = place.accessNotes ? html`<p class="small">${inGreek(place.accessNotes, reader)}</p>` : null;
  return facts.length === 0 ? notes : html`<ul class="facts">${facts}</ul>${notes}`;
}

/** Who helps: the office, by telephone. */
export const helpByPhone = ({ place }: Pick<ShownVisit, "place">, reader: PageReader): Html | null =>
  place.phone === null
    ? null
    : html`<section><h2>${reader.t("visit.need-help")}</h2><p>${reader.t("visit.call-office", {
        office: nameOfOffice(place, reader),
      })} ${telephone(place.phone, formatPhone(place.phone))}</p></section>`;
