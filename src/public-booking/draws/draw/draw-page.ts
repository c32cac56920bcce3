import { dayOfMonth, formatPhone } from "../../../kit/dates.ts";
import type { FinderOffice } from "../../../offices/places/finder-office.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { aboutMinutes } from "../../../text/about-minutes.ts";
import { ADDRESS } from "../../frame/address.ts";
import { addressInWords, nameOfOffice, serviceInWords } from "../../frame/names.ts";
import { list, rows, telephone } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import type { DrawView } from "../draw-view.ts";
import { drawingPage } from "../drawing-page.ts";
import { daysWords, drawMoment, onDrawMoment } from "../drawing-words.ts";
import { course } from "./course.ts";

/** «Οι θέσεις αυτής της υπηρεσίας μοιράζονται με κλήρωση»: the act before the reasons. */
export function drawPage(seen: DrawView, minutes: number, reader: PageReader): Html {
  const { draw, service, offices } = seen;
  const { t, path } = reader;
  const title = t("draw.title");
  const what = t("finder.for-minutes", { service: serviceInWords(service, reader), about: aboutMinutes(minutes, t) });
  const main = html`<h1>${title}</h1>
<p class="note"><b>${what}</b><br>${t("draw.days-at", { days: daysWords(draw, reader), offices: offices.length })}</p>
<p>${t("draw.lead")} <b>${t("draw.lead-turn")}</b></p>
${act(seen, reader)}
<h2>${t("draw.why")}</h2><p>${t("draw.why-few")}</p><p>${t("draw.why-free")}</p>
<h2>${t("draw.steps")}</h2>${steps(seen, reader)}
${need(seen, reader)}
${draw.phonePercent > 0 ? html`<h2>${t("draw.phone")}</h2><p>${t("draw.phone-text")}</p>` : html`<h2>${t("draw.offices")}</h2>`}
${list(offices.map((office) => placeOf(office, reader)))}
${seal(seen, reader)}
${rows([
  { address: path(ADDRESS.drawHow), label: t("drawHow.title"), small: t("draw.how-small") },
  { address: path(ADDRESS.draws()), label: t("draw.all"), small: t("draw.all-small") },
  { address: path(ADDRESS.services()), label: t("draw.other"), small: t("draw.other-small") },
])}`;
  return drawingPage({ title, address: ADDRESS.draw(draw.number), back: path(ADDRESS.draws()), main }, reader);
}

/** What can be done now; where nothing can, when it can be. */
function act({ draw, next }: DrawView, reader: PageReader): Html {
  const { t, path } = reader;
  const { stands, opensAt, closesAt, outageMinutes, number } = draw;
  const outage = outageMinutes > 0 ? html`<p class="note">${t("draw.outage", { minutes: outageMinutes })}</p>` : null;
  if (stands === "coming")
    return html`<p class="note note--warn">${t("draw.opens", { when: onDrawMoment(opensAt, reader) })}</p>`;
  if (stands === "open")
    return html`${outage}<p><a class="button button--go button--block" href="${path(ADDRESS.drawWish(number))}">${t("draw.write")}</a></p><p class="hint">${t(
      "draw.until",
      { when: drawMoment(closesAt, reader) },
    )} ${t("draw.same")}</p>`;
  return html`<p class="note note--warn">${t("draw.closed", { when: onDrawMoment(closesAt, reader) })}</p>${outage}${
    next
      ? html`<p>${nextDrawWords(next, reader)} <a href="${path(ADDRESS.draw(next.number))}">${t("draws.of", { draw: next.number })}</a></p>`
      : null
  }`;
}

export function nextDrawWords(next: NonNullable<DrawView["next"]>, reader: PageReader): string {
  const days = daysWords(next, reader);
  if (next.stands === "open") return reader.t("draw.next-open", { days });
  return reader.t("draw.next", { days, when: onDrawMoment(next.opensAt, reader) });
}

function steps({ draw }: DrawView, reader: PageReader): Html {
  const { t } = reader;
  const until = (at: Temporal.Instant) => t("draw.until-when", { when: drawMoment(at, reader) });
  return course(
    [
      { when: until(draw.closesAt), what: t("draw.step-write"), isNow: draw.stands === "open" },
      { when: t("draw.right-after"), what: t("draw.step-draw"), isNow: draw.stands === "closed" },
      { when: until(draw.answerUntil), what: t("draw.step-answer") },
      { when: drawMoment(draw.releaseAt, reader), what: t("draw.step-release") },
    ],
    reader,
  );
}

/** Said while it can still be shown. */
function need({ draw }: DrawView, reader: PageReader): Html | null {
  const { t } = reader;
  const { needPercent, needDays, needUntil, lastDay, stands } = draw;
  if (needPercent === 0 || stands === "closed") return null;
  const last = dayOfMonth(lastDay.add({ days: needDays }).toString());
  return html`<h2>${t("draw.need")}</h2><p>${t("draw.need-text", { last, until: drawMoment(needUntil, reader) })}</p>`;
}

const placeOf = (office: FinderOffice, reader: PageReader): Html =>
  html`<b>${nameOfOffice(office, reader)}</b><br>${addressInWords(office, reader)}${
    office.phone === null ? null : html`<br>${telephone(office.phone, formatPhone(office.phone))}`
  }`;

/** Before anybody can wish: who wants to check may note it. */
function seal({ draw }: DrawView, reader: PageReader): Html | null {
  const { t } = reader;
  const { secretSeal, sealedAt } = draw;
  if (!secretSeal || !sealedAt) return null;
  return html`<details class="values"><summary>${t("draw.seal")}</summary><p>${t("draw.seal-text", { when: onDrawMoment(sealedAt, reader) })}</p>${hashWords(secretSeal)}</details>`;
}

/** In fours, so that people can compare it by eye. */
export const hashWords = (hash: string): Html =>
  html`<p><code dir="ltr" lang="en">${(hash.match(/.{1,4}/g) ?? []).join(" ")}</code></p>`;
