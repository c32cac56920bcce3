import type { TrailAct } from "../../audit/acts.ts";
import type { Onlooker, SeenOfVisit } from "../../audit/trail/about.ts";
import { dayAndMonth, formatPhone, formatReference } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { ADDRESS } from "../frame/address.ts";
import { nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { PlaceToGo } from "../office-sql.ts";
import { type AtLink, partOf } from "./at-link.ts";
import type { OwnVisit } from "./shown.ts";
import "../../text/audit-words.ts";

/** Who did or saw what of an appointment: role and office, never a name. */
export function seenPage(visit: OwnVisit, entries: readonly SeenOfVisit[], at: AtLink): Html {
  const { reader, token } = at;
  const { t, path } = reader;
  const title = t("visit.seen-title");
  const { phone } = visit.place;
  const main = html`<h1>${title}</h1><p class="sub1">${t("visit.seen-order", { code: formatReference(visit.reference) })}</p>
${entries.length === 0 ? html`<p>${t("visit.seen-none")}</p>` : html`<ol class="log">${entries.map((entry) => seenLine({ ...entry, place: visit.place, of: null }, reader))}</ol>`}
<p class="small under-slip">${t("visit.seen-roles")}</p>
<h2>${t("visit.seen-wrong")}</h2><p><a href="${path(ADDRESS.privacy)}">${t("visit.seen-ask")}</a>${
    phone ? html` ${telephone(phone, formatPhone(phone))}` : null
  }</p>`;
  return citizensPage({ title, address: ADDRESS.link(token, "seen"), back: partOf(at), main }, reader);
}

/** An entry beside others of other offices. */
export interface SeenHere extends SeenOfVisit {
  readonly place: Pick<PlaceToGo, "name" | "nameEn">;
  /** The code of the appointment; null: the page is of one alone */
  readonly of: string | null;
}

export function seenLine({ at: when, act, by, place, of }: SeenHere, reader: PageReader): Html {
  const { t, language } = reader;
  const day = dayAndMonth(dateTextOf(when), language);
  // More than one person may see an appointment there: nobody is told that it was they.
  const who = BY_SIGN_IN.includes(act)
    ? t("mine.by-sign-in")
    : t(`visit.seen-${WORDS[by]}`, { office: nameOfOffice(place, reader) });
  const code = of === null ? null : html`. ${t("visit.code")} ${formatReference(of)}`;
  return html`<li><time datetime="${when.toString()}">${day}, ${clockTextOf(when)}</time> <b>${who}</b> <small>${t(`audit.act-${act}`)}${code}</small></li>`;
}

const BY_SIGN_IN: readonly TrailAct[] = ["appointment-opened", "appointment-claimed"];

const WORDS = {
  citizen: "citizen",
  program: "program",
  head: "head",
  employee: "employee",
  elsewhere: "other",
} as const satisfies Record<Onlooker, string>;
