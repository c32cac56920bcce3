import { readFileSync } from "node:fs";
import { weekdayAndDate } from "../../kit/dates.ts";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { comma, inLine } from "../../text/languages.ts";
import { markField } from "../choose/time-form.ts";
import type { FormRow } from "../form/form-sql.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "./address.ts";
import { icon } from "./icons.ts";
import type { PageReader } from "./reader.ts";

/** A time that this browser holds, or wishes for, while its form is filled in. */
export interface FormHold {
  readonly form: FormRow;
  readonly now: Temporal.Instant;
}

/** Tells in time that the hold ends, to whoever does not look at the bar. */
export const HOLD_SCRIPT = hashedAsset(
  "book-hold",
  "js",
  readFileSync(new URL("./hold-end.js", import.meta.url), "utf8"),
);

const WARNED_SECONDS = 120;

/** «Κρατάμε για εσάς: Τρίτη 8/12, 09:30, έως τις 10:52», with the button for ten minutes more, once; or that it is not held yet. */
export function holdBar({ form, now }: FormHold, { language, t, path }: PageReader): Html {
  const at = inLine(language, weekdayAndDate(dateTextOf(form.starts_at), language), clockTextOf(form.starts_at));
  if (form.awaits_email)
    return html`<div class="hold noprint"><p>${icon("clock")}<span>${t("book.not-held")} <b class="nw">${at}</b>. ${t(
      "book.not-held-until",
    )}</span></p></div>`;
  const until = form.held_until ? clockTextOf(form.held_until) : "";
  const left = form.held_until ? Math.round(now.until(form.held_until).total("seconds")) : 0;
  const soon = t("book.hold-soon");
  const more = html`<form method="post" action="${path(ADDRESS.extend)}">${markField(
    formMark(form.token_hash),
  )}<button class="textbtn">${t("book.extend")}</button></form>`;
  return html`<div class="hold noprint" data-left="${left}" data-soon="${soon}" data-over="${t("book.hold-over")}"><p>${icon("clock")}<span>${t("book.held")} <b class="nw">${at}</b>${comma(language)} ${t(
    "book.held-until",
  )}\u00a0<b>${until}</b>. ${form.is_extended ? t("book.held-last") : null}</span></p>${form.is_extended ? null : more}<p class="hold__end" role="status">${left < WARNED_SECONDS ? soon : null}</p></div>`;
}

/** «Για ποιον είναι το ραντεβού; (έως τις 10:52)» */
export const titleWithHold = (title: string, { form }: FormHold, { t }: PageReader): string =>
  form.held_until && !form.awaits_email ? t("book.hold-title", { title, time: clockTextOf(form.held_until) }) : title;
