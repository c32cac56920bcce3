import { type Html, html } from "../../platform/text/html.ts";
import type { SessionWays } from "../frame/deps.ts";
import type { PageReader } from "../frame/reader.ts";

/** Each way to sign in; or why a wallet is none here, whose owner would look for it. @param name under which it is sent */
export function signInButtons({ taxisnet, wallet }: SessionWays, name: string, { t }: PageReader): Html {
  const byTaxisnet = html`<button class="button button--go button--block" name="${name}" value="taxisnet">${t("book.taxisnet-sign-in")}</button>`;
  const byWallet = html`<button class="button button--block" name="${name}" value="wallet">${t("mine.wallet-sign-in")}</button> <p class="small">${t("mine.wallet-shows")} ${t("mine.wallet-elsewhere")}</p>`;
  return html`${taxisnet ? byTaxisnet : null} ${wallet === "number" ? byWallet : null}${wallet === "names" ? html`<p class="small">${t("mine.wallet-names")}</p>` : null}`;
}
