import { type Html, html } from "../../platform/text/html.ts";
import { qrCode } from "../../public-booking/frame/qr.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import type { NumberPlace } from "./number-place.ts";
import { paperWords } from "./paper-words.ts";

/** The number on paper of 80 millimetres: black. It is on the screen's page, and seen in print alone. */
export function numberPaper(given: NumberPlace, now: Temporal.Instant, reader: PageReader): Html {
  const { office, at, number, aheadLabel, ahead, promise, phone, phoneText, terms } = paperWords(
    given,
    given.terms,
    now,
    reader,
  );
  return html`<section class="kpaper" aria-hidden="true"><p class="kpaper__office">${office}</p><p>${at}</p><p class="kpaper__number">${number}</p><p>${aheadLabel}: <b>${ahead}</b></p>${
    promise &&
    html`<hr>${promise.lead && html`<p>${promise.lead}</p>`}<p class="kpaper__big">${promise.range}</p><p class="kpaper__small">${promise.means}</p>`
  }<hr><div class="kpaper__qr">${qrCode(given.address, phone)}<p><b>${phone}.</b> ${phoneText}</p></div><hr><p class="kpaper__small">${terms}</p></section>`;
}
