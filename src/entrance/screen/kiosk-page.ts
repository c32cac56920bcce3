import { dayAndMonth } from "../../kit/dates.ts";
import { type Html, html, pageBegin } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { flag } from "../../public-booking/frame/icons.ts";
import { nameOfOffice } from "../../public-booking/frame/names.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { STYLE } from "../../public-booking/frame/styles.ts";
import type { Named } from "../../text/local-names.ts";
import { ENTRANCE } from "../rules.ts";
import { KIOSK_SCRIPT, KIOSK_STYLE } from "./assets.ts";

export interface KioskPage {
  /** null: it is not known whose screen this is */
  readonly office: Named | null;
  readonly title: string;
  readonly main: Html;
  readonly foot: Html | null;
  /** Untouched for so many seconds it gives way to the start in Greek, where its script runs; null: it stays */
  readonly clearsIn: number | null;
  /** Seen in print alone: where scripts run it is printed at once */
  readonly paper?: Html | null;
}

/** A page of the screen at an office's entrance: large, without names, complete without a script. */
export function kioskPage(
  { office, title, main, foot, clearsIn, paper = null }: KioskPage,
  now: Temporal.Instant,
  reader: PageReader,
): Html {
  const { language, dir, trial, t } = reader;
  const time = clockTextOf(now);
  return html`${pageBegin({ title: `${title} | ${t("book.brand")}`, language, dir })}
<link rel="stylesheet" href="${STYLE.address}">
<link rel="stylesheet" href="${KIOSK_STYLE.address}">
<script src="${KIOSK_SCRIPT.address}" defer></script>
</head>
<body class="citizen kiosk"${clearsIn === null ? null : html` data-clears="${clearsIn}" data-first="${ENTRANCE}"`}${paper && html` data-print="${title}"`}>
<header class="kbar"><span class="brand">${flag}<span>${office ? nameOfOffice(office, reader) : t("book.brand")}</span></span> <span>${dayAndMonth(dateTextOf(now), language)}</span> <time datetime="${time}">${time}</time></header>
<div class="kalert" id="offline" role="alert" data-text="${t("entrance.offline")} ${t("entrance.ask")}"></div>
${trial ? html`<section class="note note--warn trial" aria-label="${t("standIn.banner")}"><p>${t("book.trial")}</p></section>` : null}
<main class="kmain" id="main">${main}</main>
<footer class="klang">${foot}</footer>
${paper}
</body>
</html>
`;
}
