import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

/** Nothing is being filled in here: it was too long ago, another browser has it, or cookies are refused. */
export function lostPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.lost-title");
  const ways = [
    { address: path(ADDRESS.start), label: t("book.trouble-start") },
    { address: path(ADDRESS.find), label: t("book.trouble-find") },
  ];
  const main = html`<h1>${title}</h1><p class="lead">${t("book.lost-text")}</p><p>${t("book.lost-cookies")}</p>${rows(ways)}`;
  return citizensPage({ title, address: null, main }, reader);
}
