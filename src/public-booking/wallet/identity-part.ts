import { type Html, html } from "../../platform/text/html.ts";
import type { WalletIdentity } from "../form/identity.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { asTyped, countryName } from "../frame/names.ts";
import { facts, list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

/** «Μας δείξατε / Δεν είδαμε»: both lists, before anything is confirmed, and the way out for whoever it is not. */
export function walletIdentityPart(
  { lastName, firstName, country, mark }: WalletIdentity,
  field: Html | null,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const shown = [
    { name: t("book.last-name"), value: asTyped(lastName, reader) },
    ...(firstName === "" ? [] : [{ name: t("book.first-name"), value: asTyped(firstName, reader) }]),
    { name: t("book.wallet-issuer"), value: countryName(country, reader) },
  ];
  return html`<form method="post" action="${path(ADDRESS.walletForget)}" class="note note--ok identified">${field}${icon(
    "yes",
  )}<div><p><b>${t("book.wallet-shown-ok")}</b></p><h2>${icon("eye")} ${t("book.wallet-shown")}</h2>${facts(shown, reader)}
<h2>${icon("eye-closed")} ${t("book.wallet-unshown")}</h2>${list([
    t(mark === null ? "book.wallet-unseen-numbers" : "book.wallet-unseen-codes"),
    t("book.wallet-unseen-birth"),
    t("book.wallet-unseen-more"),
  ])}<p class="small">${t("book.wallet-kept")}</p><button class="textbtn">${t("book.wallet-not-me")}</button></div></form>`;
}
