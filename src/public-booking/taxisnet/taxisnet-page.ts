import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import { list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { helpByPhone } from "../frame/slip.ts";

/** What is kept of what the government tells, before it is asked; and that it did not work, after it was. */
export function taxisnetPage(open: OpenForm, { hasFailed }: { readonly hasFailed: boolean }, reader: PageReader): Html {
  const { form, now } = open;
  const { t, path } = reader;
  const title = t("book.taxisnet-title");
  const kept = [t("book.taxisnet-name"), t("book.taxisnet-afm")];
  const main = html`<h1>${title}</h1><p class="lead">${t("book.taxisnet-text")}</p>
<h2>${t("book.taxisnet-kept")}</h2>${list(kept)}<p class="small">${t("book.taxisnet-nothing-else")}</p>
<form method="post" action="${path(ADDRESS.taxisnet)}" class="cform check">${markField(formMark(form.token_hash))}
<div class="btns"><button class="button button--go button--block" type="submit">${t("book.taxisnet-sign-in")}</button>
<a class="button button--block" href="${path(ADDRESS.check)}">${t("book.taxisnet-by-email")}</a></div></form>`;
  const above = hasFailed ? failure(reader) : null;
  return citizensPage(
    {
      title: hasFailed ? t("book.error-title", { title }) : title,
      address: ADDRESS.taxisnet,
      back: path(ADDRESS.who),
      step: 5,
      hold: { form, now },
      above,
      main,
      aside: (hasFailed && helpByPhone(open, reader)) || undefined,
    },
    reader,
  );
}

const failure = ({ t }: PageReader): Html =>
  html`<div class="errsum" role="alert"><p><b>${t("book.taxisnet-failed")}</b></p><p>${t("book.taxisnet-kept-typed")}</p></div>`;
