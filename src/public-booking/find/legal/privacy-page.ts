import { SESSION_MINUTES } from "../../../identity/citizens/session.ts";
import { ATTEMPT_MINUTES } from "../../../identity/sign-in/cookies.ts";
import type { WalletSettings } from "../../../identity/wallet/configured.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import type { PageReader } from "../../frame/reader.ts";
import { TRY_MINUTES } from "../../wallet/try.ts";
import { marked, paragraphs, points } from "./marked.ts";

interface Keeping {
  /** After a visit, until nobody can tell whose it was */
  readonly days: number;
  /** Null: nobody is shown by a wallet */
  readonly wallet: Pick<WalletSettings, "asksNumber"> | null;
}

/** What is kept of a person, why and for how long. */
export function privacyPage({ days, wallet }: Keeping, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("finder.privacy-title");
  const main = html`<div class="legal"><h1>${title}</h1><div class="note">${points(t("finder.privacy-only"), t("finder.privacy-until", { days }), t("finder.privacy-nobody"))}</div>
<h2>${t("finder.privacy-who")}</h2>${paragraphs(t("finder.privacy-controller"))}<p id="dpo">${marked(t("finder.privacy-officer"))}</p>
<h2>${t("finder.privacy-what")}</h2>${retentionTable({ days, wallet }, reader)}<p class="small count">${t("finder.privacy-taxisnet")}</p>${wallet ? html`<p class="small count">${t("finder.privacy-wallet")} ${t("book.wallet-kept")}</p>` : null}
<h2>${t("finder.privacy-basis")}</h2>${paragraphs(t("finder.privacy-basis-text"))}
<h2>${t("finder.privacy-seen")}</h2>${points(t("finder.privacy-clerks"), t("finder.privacy-processors"), t("finder.privacy-calendar"))}${paragraphs(t("finder.privacy-stays"))}<p>${t("finder.open-of-all")} <a href="${path(ADDRESS.openData)}">${t("finder.open-title")}</a></p>
<h2>${t("finder.privacy-rights")}</h2><p>${t("finder.privacy-rights-text")}</p><p>${t("finder.privacy-at-once")} <a href="${path(ADDRESS.find)}">${t("finder.my-visit")}</a></p>${paragraphs(t("finder.privacy-complain"))}
<h2>${t("finder.privacy-cookies")}</h2>${paragraphs(t("finder.privacy-cookies-text"), t("mine.cookie", { minutes: SESSION_MINUTES }), ...(wallet ? [t("finder.privacy-wallet-cookie", { minutes: ATTEMPT_MINUTES })] : []))}<p class="small count">${marked(t("finder.privacy-changed"))}</p></div>`;
  return citizensPage({ title, address: ADDRESS.privacy, main }, reader);
}

function retentionTable({ days, wallet }: Keeping, { t, offersNeeds }: PageReader): Html {
  const period = t("finder.kept-days", { days });
  const walletPeriod = t("finder.kept-wallet-long", { minutes: TRY_MINUTES });
  const kept = [
    [t("finder.kept-names"), t("finder.kept-names-why"), period],
    [t("finder.kept-contact"), t("finder.kept-contact-why"), period],
    [t("finder.kept-afm"), t("finder.kept-afm-why"), period],
    [t("mine.kept"), t("mine.kept-why"), period],
    ...(wallet ? [[t("finder.kept-wallet"), t("finder.kept-wallet-why"), walletPeriod] as const] : []),
    ...(wallet?.asksNumber ? [[t("finder.kept-number"), t("finder.kept-number-why"), period] as const] : []),
    [t("book.behalf-label"), t("book.behalf-why"), period],
    [t("book.matter-label"), t("book.matter-why"), period],
    [t("book.interpreter-label"), t("book.interpreter-why"), period],
    ...(offersNeeds() ? [[t("book.needs-title"), t("book.needs-why"), period] as const] : []),
    [t("finder.kept-visit"), t("finder.kept-visit-why"), t("finder.kept-visit-long")],
    [t("finder.kept-seen"), t("finder.kept-seen-why"), t("finder.kept-seen-long")],
    [t("finder.kept-network"), t("finder.kept-network-why"), t("finder.kept-network-long")],
    [t("finder.kept-acts"), t("finder.kept-acts-why"), t("finder.kept-acts-long")],
    [t("finder.kept-wish"), t("finder.kept-wish-why"), t("finder.kept-wish-long")],
    [t("finder.kept-words"), t("finder.kept-words-why"), t("finder.kept-words-long")],
  ] as const;
  return html`<div class="scrollx" tabindex="0" role="region" aria-labelledby="kept"><table><caption class="visually-hidden" id="kept">${t("finder.kept")}</caption><thead><tr><th scope="col">${t("finder.kept-what")}</th><th scope="col">${t("finder.kept-why")}</th><th scope="col">${t("finder.kept-long")}</th></tr></thead><tbody>${kept.map(
    ([what, why, long]) => html`<tr><th scope="row">${what}</th><td>${why}</td><td>${marked(long)}</td></tr>`,
  )}</tbody></table></div>`;
}
