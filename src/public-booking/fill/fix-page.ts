import type { FieldError } from "../../platform/refusal.ts";
import { emailMeant } from "../../platform/text/email-slip.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { apart } from "../../text/local-names.ts";
import { markField } from "../choose/time-form.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import { errorSummary, textField, titleWith } from "../frame/fields.ts";
import { icon } from "../frame/icons.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";

/** «Ποιο είναι το σωστό e-mail;»: a likely slip is asked about, and never corrected by itself. */
export function fixPage(
  { form, now }: OpenForm,
  { email, errors }: { readonly email: string; readonly errors: readonly FieldError[] },
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const title = t("book.fix-title");
  const slip = errors.length > 0 ? null : emailMeant(email);
  const field = { name: "email", label: title, hint: t("book.fix-hint"), value: email, type: "email" } as const;
  const buttons = slip
    ? html`<p class="hint hint--warn" id="slip">${icon("warning")}<span>${t("book.fix-slip")} <b class="address">${slip}</b>${t("book.question-mark")}</span></p>
<div class="btns"><button class="button button--go button--block" name="meant" value="${slip}">${t("book.fix-yes", { domain: apart(slip.slice(slip.indexOf("@")), reader.language) })}</button> <button class="button button--block" name="asTyped" value="yes">${t("book.fix-no")}</button></div>`
    : html`<button class="button button--go button--block">${t("book.fix-send")}</button>`;
  const main = html`<form method="post" action="${path(ADDRESS.fix)}" class="cform" novalidate>${markField(formMark(form.token_hash))}<h1 class="visually-hidden">${title}</h1>${textField(
    { ...field, autocomplete: "email" },
    errors,
    reader,
  )}${buttons}</form>`;
  const above = errorSummary(errors, reader);
  const hold = { form, now };
  const back = path(ADDRESS.sent);
  return citizensPage(
    { title: titleWith(errors, title, reader), address: ADDRESS.fix, back, hold, above, main },
    reader,
  );
}
