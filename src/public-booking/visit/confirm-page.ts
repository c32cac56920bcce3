import { dayAndMonth } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { timeButton } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import { type AtLink, linkForm, visitFacts } from "./at-link.ts";
import type { HeldTime, NearestTimes } from "./held-time.ts";

/** Where a letter leads that asks for confirmation: a button, since programs that look through mail follow links. */
export function confirmPage(held: HeldTime, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.confirm-title");
  const confirm = html`<button class="button button--go button--block">${t("visit.confirm")}</button>`;
  const disown = html`<button class="textbtn">${t("visit.not-mine")}</button>`;
  const main = html`<h1>${title}</h1>
${visitFacts(held, reader)}
<p class="small">${held.awaitsPress ? t("visit.held-once-pressed") : t("visit.held-until", { time: held.until ?? "" })}</p>
${linkForm(at, "confirm", confirm)}
<h2>${t("visit.not-you")}</h2><p class="small">${t("visit.not-you-text")}</p>${linkForm(at, "not-mine", disown)}`;
  return citizensPage({ title, address: ADDRESS.link(token), main }, reader);
}

/** It is not held: the same time where it is still free, or else the nearest ones. */
export const holdOverPage = (held: HeldTime, nearest: NearestTimes, at: AtLink): Html =>
  nearest.times.some(({ date, time }) => date === held.date && time === held.time)
    ? confirmPage({ ...held, awaitsPress: true }, at)
    : givenPage(held, nearest, at);

function givenPage(held: HeldTime, { times: nearest, isTooSoon }: NearestTimes, at: AtLink): Html {
  const { reader, token } = at;
  const { t, path } = reader;
  const title = t(isTooSoon ? "book.too-soon-title" : "visit.given-title", { time: held.time });
  const days = [...Map.groupBy(nearest, ({ date }) => date)];
  const choices = days.map(
    ([date, times]) =>
      html`<h2 id="d${date}">${dayWords(date, held, at)}</h2><div class="times" role="group" aria-labelledby="d${date}">${times.map(
        (free) => timeButton(free, html`${free.time}`),
      )}</div>`,
  );
  const main = html`<h1>${title}</h1>
<p class="lead">${t(days.length > 0 ? "visit.given-text" : "visit.given-none")}</p>${
    days.length > 0 ? linkForm(at, "again", html`${choices}`) : null
  }
${rows([{ address: path(weeksWith(held)), label: t("visit.all-days") }])}`;
  return citizensPage({ title, address: ADDRESS.link(token), main }, reader);
}

function dayWords(date: string, held: HeldTime, { reader: { language, t } }: AtLink): string {
  const day = dayAndMonth(date, language);
  return date === held.date ? t("visit.same-day", { day }) : day;
}

const weeksWith = ({ place, service, date }: HeldTime): string =>
  ADDRESS.weeks(place.code, { service: service.code, on: date });
