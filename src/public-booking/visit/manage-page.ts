import { SESSION_MINUTES } from "../../identity/citizens/session.ts";
import { numericDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { needsInWords } from "../form/needs-fields.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { mapOf } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import { access, helpByPhone, slip } from "../frame/slip.ts";
import { toBring } from "../frame/to-bring.ts";
import { type AtLink, partOf } from "./at-link.ts";
import { type OnTheDay, ownPlaceLink, ownPlaceOnTheDay } from "./line/on-the-day.ts";
import { movesLeftNote } from "./moves/used-up-page.ts";
import type { OwnVisit } from "./shown.ts";

/** What was just done */
export const MANAGE_NOTES = [
  "moved",
  "address",
  "address-sent",
  "coming",
  "wish",
  "unwish",
  "earlier",
  "kept",
  "less",
  "needs",
  "unfollowed",
] as const;

export interface Managed {
  readonly visit: OwnVisit;
  /** Where the office has given it another time, of itself */
  readonly byOffice: { readonly on: string; readonly was: string } | null;
  /** The ministry has opened booking here: another time can be chosen */
  readonly isOpen: boolean;
  /** How often its citizen may still do that */
  readonly movesLeft: number;
  readonly day: OnTheDay | null;
  /** It was opened from the list of whoever is signed in */
  readonly isListed: boolean;
}

/** The appointment, and all that its citizen can do with it. */
export function managePage(managed: Managed, note: (typeof MANAGE_NOTES)[number] | null, at: AtLink): Html {
  const { visit } = managed;
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.manage-title");
  const main = html`<h1>${title}</h1>${note ? html`<div class="note note--ok" role="status"><p>${t(`visit.note-${note}`)}</p></div>` : null}
${note ? null : movedByOffice(managed, at)}
${ownPlaceOnTheDay(managed.day, ownPlaceLink(token, reader), reader)}
${slip(visit, { title: null, who: visit.who || null, business: visit.business }, reader)}
<div class="btns--row noprint under-slip">${
    mayMove(managed)
      ? html`<a class="button button--primary" href="${partOf(at, "days")}">${icon("move")}${t("visit.move")}</a>`
      : null
  }<a class="button button--danger" href="${partOf(at, "cancel")}">${t("visit.cancel")}</a></div>${managed.isOpen ? movesLeftNote(managed.movesLeft, at) : null}
<h2 class="noprint">${t("visit.other-acts")}</h2>${otherActs(managed, at)}
${toBring(visit.service, visit.visitCase, reader)}
${access(visit, reader)}`;
  const aside = html`<section><h2>${t("visit.shared-device")}</h2><p>${managed.isListed ? t("mine.short", { minutes: SESSION_MINUTES }) : t("visit.shared-device-text")}</p></section>${helpByPhone(visit, reader)}`;
  const back = managed.isListed ? reader.path(ADDRESS.mine()) : null;
  return citizensPage({ title, address: ADDRESS.link(token), back, main, aside }, reader);
}

const mayMove = ({ isOpen, movesLeft }: Managed): boolean => isOpen && movesLeft > 0;

function movedByOffice(managed: Managed, at: AtLink): Html | null {
  const { byOffice } = managed;
  if (!byOffice) return null;
  const { t } = at.reader;
  const said = t("visit.moved-by-office", { on: numericDate(byOffice.on), was: byOffice.was });
  const choose = mayMove(managed) ? html` <a href="${partOf(at, "days")}">${t("visit.choose-other")}</a>` : null;
  return html`<div class="note"><p>${said}${choose}</p></div>`;
}

function otherActs(managed: Managed, at: AtLink): Html {
  const { visit } = managed;
  const { t } = at.reader;
  // Where nothing can be written to, nothing can be offered.
  const wish =
    mayMove(managed) && visit.email
      ? [{ address: partOf(at, "wish"), label: t("visit.wish"), small: t("visit.wish-small") }]
      : [];
  const less = visit.service.several ? [{ address: partOf(at, "less"), label: t("visit.less") }] : [];
  const ready = needsInWords(visit, at.reader);
  return html`<div class="noprint">${rows([
    ...less,
    { address: partOf(at, "needs"), label: t("book.needs-title"), small: ready.join("; ") || null },
    ...wish,
    { address: partOf(at, "calendar.ics"), label: t("visit.to-calendar") },
    { address: partOf(at, "calendar"), label: t("visit.follow"), small: t("visit.follow-small") },
    { address: mapOf(visit.place), label: t("visit.map") },
    { address: partOf(at, "address"), label: t("visit.address"), small: visit.email },
    { address: partOf(at, "seen"), label: t("visit.seen") },
  ])}</div>`;
}
