import { hasPlace } from "../../appointments/statuses.ts";
import { atTime, dayAndMonth, formatPhone } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import { telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { paging, whoIsSignedIn } from "./frame.ts";
import type { OwnVisits, VisitOfOwner } from "./own-visits.ts";
import { comersLine, whereAndWhat } from "./visit-card.ts";

interface PastFrame {
  readonly page: number;
  readonly mark: string;
}

/** What is over, was cancelled or went to another office, the latest first: until it is forgotten. */
export function pastPage(list: OwnVisits, { page, mark }: PastFrame, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("mine.past");
  const cards = list.shown.map((visit) => pastCard(visit, list, reader));
  const main = html`${whoIsSignedIn(list, mark, reader)}<h1>${title}</h1><p class="sub1">${t("mine.past-small", { days: list.keptDays })}</p>
${cards.length === 0 ? html`<p>${t("mine.past-none")}</p>` : html`<ul class="visits">${cards}</ul>`}${paging(ADDRESS.mine("past"), { page, areMore: list.areMore }, reader)}`;
  return citizensPage({ title, address: ADDRESS.mine("past"), back: path(ADDRESS.mine()), main }, reader);
}

function pastCard(visit: VisitOfOwner, list: OwnVisits, reader: PageReader): Html {
  const { language } = reader;
  const [date, time] = [dateTextOf(visit.starts_at), clockTextOf(visit.starts_at)];
  return html`<li class="visit"><h2 class="when"><span>${dayAndMonth(date, language)}</span> <span>${atTime(time, language)}</span></h2>
${becameOf(visit, reader)}${comersLine(visit, list, reader)}${whereAndWhat(visit, reader)}</li>`;
}

/** Null: its time is over. */
function becameOf({ status, transferred_to, phone }: VisitOfOwner, { t }: PageReader): Html | null {
  if (hasPlace(status)) return null;
  return html`<p class="note note--warn small">${t(transferred_to === null ? "mine.cancelled" : "mine.transferred")}</p>${phone && telephone(phone, formatPhone(phone))}`;
}
