import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf } from "../../platform/time.ts";
import { textIn } from "../../text/text.ts";
import "../../text/server.ts";
import { ADDRESS } from "../frame/address.ts";
import type { FormHold } from "../frame/hold-bar.ts";
import { inGreek } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";

interface Opening {
  /** Opens the wallet: of another scheme than a page's */
  readonly link: string;
  /** Until when its answer is waited for */
  readonly until: Temporal.Instant;
  readonly asksNumber: boolean;
  /** Null: it is to sign in, not to book */
  readonly hold: FormHold | null;
  /** Without the language: where they set out, and where it can be done otherwise */
  readonly from: string;
  readonly otherwise: string;
}

/** «Περιμένουμε το πορτοφόλι σας»: a link, since a form may not lead out of the page; nothing refreshes by itself (WCAG 2.2.1). */
export function openPage({ link, until, asksNumber, hold, from, otherwise }: Opening, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.wallet-wait-title");
  const time = clockTextOf(until);
  // As the wallet has it, from where we are registered: whoever sees another name is told to refuse.
  const name = inGreek(textIn("el")("book.platform"), reader);
  const main = html`<h1>${title}</h1>
<p class="after-note"><a class="button button--go button--block" href="${link}" rel="noreferrer">${t("book.wallet-open")}</a></p>
<ol class="ul after-note">
<li>${t("book.wallet-step-open")}</li>
<li>${t(asksNumber ? "book.wallet-step-asks-number" : "book.wallet-step-asks", { name })}</li>
<li>${t("book.wallet-step-agree")}</li>
</ol>
<div class="note after-note"><p><b>${t("book.wallet-none-yet")}</b> ${t("book.wallet-until", { time })}</p></div>
<p class="after-note"><a class="button button--block" href="${path(ADDRESS.walletOpen)}">${t("book.wallet-look")}</a></p>
<p class="small after-note">${hold && html`${t("book.wallet-not-possible")} `}<a href="${path(otherwise)}">${t("book.wallet-other-way")}</a></p>`;
  return citizensPage(
    { title, address: ADDRESS.walletOpen, back: path(from), main, ...(hold && { step: 6 as const, hold }) },
    reader,
  );
}
