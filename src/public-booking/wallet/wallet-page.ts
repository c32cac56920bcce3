import type { WalletSettings } from "../../identity/wallet/configured.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { citizensPage } from "../frame/page.ts";
import { list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { helpByPhone } from "../frame/slip.ts";
import { noteOf, type WalletNote } from "./wallet-note.ts";

interface Shown {
  /** Null: nothing was tried yet */
  readonly note: WalletNote | null;
  readonly settings: Pick<WalletSettings, "asksNumber">;
  readonly again: string | null;
}

/** What a wallet will show us and what not, before it is opened; and that it did not work, after it was. */
export function walletPage(open: OpenForm, { note, settings, again }: Shown, reader: PageReader): Html {
  const { form, now } = open;
  const { t, path } = reader;
  const title = t("book.wallet-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("book.wallet-text")}</p>
${seenAndUnseen(settings, reader)}
<form method="post" action="${path(ADDRESS.wallet)}" class="cform check">${markField(formMark(form.token_hash))}
<div class="btns"><button class="button button--go button--block" type="submit">${t("book.wallet-here")}</button>
<button class="button button--block" type="submit" formaction="${path(ADDRESS.walletElsewhere)}">${t("book.wallet-elsewhere")}</button>
<a class="button button--block" href="${path(ADDRESS.check)}">${t("book.wallet-other-way")}</a></div></form>
<p class="small after-note">${t("book.wallet-card")}</p>`;
  return citizensPage(
    {
      title: note ? t("book.error-title", { title }) : title,
      address: ADDRESS.wallet,
      back: path(ADDRESS.check),
      step: 6,
      hold: { form, now },
      above: note && noteOf({ note, again, keepsTyped: true }, reader),
      main,
      aside: (note && helpByPhone(open, reader)) || undefined,
    },
    reader,
  );
}

/** Two lists: what is shown, and what is not. */
export const seenAndUnseen = ({ asksNumber }: Pick<WalletSettings, "asksNumber">, { t }: PageReader): Html =>
  html`<h2>${icon("eye")} ${t("book.wallet-seen")}</h2>${list([
    t("book.wallet-last-name"),
    t("book.wallet-first-name"),
    ...(asksNumber ? [t("book.wallet-number")] : []),
  ])}
<h2>${icon("eye-closed")} ${t("book.wallet-unseen")}</h2>${list([
    t(asksNumber ? "book.wallet-unseen-codes" : "book.wallet-unseen-numbers"),
    t("book.wallet-unseen-birth"),
    t("book.wallet-unseen-more"),
  ])}`;
