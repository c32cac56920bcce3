import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { inGreek } from "../frame/names.ts";
import type { PageReader } from "../frame/reader.ts";
import type { SignedIn } from "./own-visits-sql.ts";

/** What stands on every page of «Τα ραντεβού μου». */

/** Who is signed in, and the way out. */
export function whoIsSignedIn(person: SignedIn, mark: string | null, reader: PageReader): Html {
  const { t, path } = reader;
  const name = inGreek(`${person.last_name} ${person.first_name}`.trim(), reader);
  return html`<div class="ident">${icon("lock")}<p>${t(person.way === "wallet" ? "mine.signed-in-wallet" : "mine.signed-in")}<br><b>${name}</b></p><form method="post" action="${path(
    ADDRESS.mine("out"),
  )}">${markField(mark)}<button class="button">${t("mine.sign-out")}</button></form></div>`;
}

/** To the pages before and behind. */
export function paging(
  address: string,
  { page, areMore }: { readonly page: number; readonly areMore: boolean },
  { t, path }: PageReader,
): Html | null {
  if (page === 0 && !areMore) return null;
  const link = (to: number, words: string) =>
    html`<a class="button" href="${path(address)}?page=${to + 1}">${words}</a>`;
  return html`<nav class="btns--row after-note" aria-label="${t("mine.pages")}">${page > 0 ? link(page - 1, t("mine.page-before")) : null} ${
    areMore ? link(page + 1, t("mine.page-behind")) : null
  }</nav>`;
}
