import { weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { comma, inLine } from "../../text/languages.ts";
import { markField } from "../choose/time-form.ts";
import type { FormRow } from "../form/form-sql.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "./address.ts";
import { icon } from "./icons.ts";
import type { PageReader } from "./reader.ts";

/** «Κρατάμε για εσάς: Τρίτη 8/12, 09:30, έως τις 10:52», with the button for ten minutes more, once; or that it is not held yet. */
export function holdBar(form: FormRow, { language, t, path }: PageReader): Html {
  const at = inLine(language, weekdayAndDate(dateTextOf(form.starts_at), language), clockTextOf(form.starts_at));
  if (form.awaits_email)
    return html`<div class="hold noprint"><p>${icon("clock")}<span>${t("book.not-held")} <b class="nw">${at}</b>. ${t(
      "book.not-held-until",
    )}</span></p></div>`;
  const until = form.held_until ? clockTextOf(form.held_until) : "";
  const more = html`<form method="post" action="${path(ADDRESS.extend)}">${markField(
    formMark(form.token_hash),
  )}<button class="textbtn">${t("book.extend")}</button></form>`;
  return html`<div class="hold noprint"><p>${icon("clock")}<span>${t("book.held")} <b class="nw">${at}</b>${comma(language)} ${t(
    "book.held-until",
  )}\u00a0<b>${until}</b>. ${form.is_extended ? t("book.held-last") : null}</span></p>${form.is_extended ? null : more}</div>`;
}
