import { longDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { nameOfOffice } from "../../public-booking/frame/names.ts";
import { qrCode } from "../../public-booking/frame/qr.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { spokenNumber } from "../../waiting/number.ts";
import { whyNoEstimate } from "../place/estimate-words.ts";
import type { NumberPlace } from "./number-place.ts";

/**
 * The number on paper of 80 millimetres: black, and nothing that ages in a pocket but with its minute. It is on the screen's page,
 * and seen in print alone.
 */
export function numberPaper(
  { terms, place, estimate, address }: NumberPlace,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { language, t } = reader;
  const time = clockTextOf(now);
  const ahead = place.is === "waiting" ? place.ahead : 0;
  const counts =
    place.is === "waiting" && place.isTicket
      ? html`${t("entrance.counts-as", { time: clockTextOf(place.due) })} `
      : null;
  return html`<section class="kpaper" aria-hidden="true"><p class="kpaper__office">${nameOfOffice(terms, reader)}</p><p>${longDate(dateTextOf(now), language)}, ${time}</p><p class="kpaper__number">${spokenNumber(place.number ?? "")}</p><p>${t("entrance.ahead")}: <b>${ahead === 0 ? t("entrance.nobody-ahead") : t("entrance.people", { count: ahead })}</b></p>${
    estimate && html`<hr>${paperEstimate(estimate, now, reader)}`
  }<hr><div class="kpaper__qr">${qrCode(address, t("entrance.on-phone"))}<p><b>${t("entrance.on-phone")}.</b> ${t("entrance.on-phone-text")}</p></div><hr><p class="kpaper__small">${counts}${t("entrance.recall", { minutes: place.recallMinutes })}</p></section>`;
}

function paperEstimate(
  estimate: NonNullable<NumberPlace["estimate"]>,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { t } = reader;
  if ("why" in estimate)
    return html`<p class="kpaper__big">${t("entrance.estimate-none")}</p><p class="kpaper__small">${whyNoEstimate(estimate, reader)}</p>`;
  const at = (minutes: number) => clockTextOf(now.add({ minutes }));
  const range = { from: at(estimate.from), to: at(estimate.to) };
  return html`<p>${t("entrance.paper-between")}</p><p class="kpaper__big">${t("entrance.paper-range", range)}</p><p class="kpaper__small">${t("entrance.paper-means", { time: clockTextOf(now) })}</p>`;
}
