import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, titleWith } from "../frame/fields.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";
import { codeAndSurname, type TypedSearch } from "../visit/find/find-page.ts";
import { whoIsSignedIn } from "./frame.ts";
import type { SignedIn } from "./own-visits-sql.ts";

export const NOTHING_TYPED: TypedSearch = { reference: "", surname: "", errors: [] as readonly FieldError[] };

/** What was booked by e-mail, by telephone or at a counter: by its code, and the surname of whoever comes. */
export const addForm = (typed: TypedSearch, mark: string, reader: PageReader): Html =>
  html`<form class="cform" method="post" action="${reader.path(ADDRESS.mine("add"))}">${markField(mark)}${codeAndSurname(typed, reader)}<button class="button button--primary">${reader.t(
    "mine.add-button",
  )}</button></form>`;

export function addPage(typed: TypedSearch, person: SignedIn, mark: string, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("mine.add-title");
  const above = html`${whoIsSignedIn(person, mark, reader)}${errorSummary(typed.errors, reader)}`;
  const main = html`<h1>${title}</h1><p class="sub1">${t("mine.add-small")}</p>${addForm(typed, mark, reader)}
<h2>${t("visit.find-no-code")}</h2><p>${t("visit.find-no-code-text")}</p><p><a href="${path(ADDRESS.offices())}">${t("visit.find-phones")}</a></p>`;
  return citizensPage(
    {
      title: titleWith(typed.errors, title, reader),
      address: ADDRESS.mine("add"),
      back: path(ADDRESS.mine()),
      above,
      main,
    },
    reader,
  );
}
