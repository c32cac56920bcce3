import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PageReader } from "../../frame/reader.ts";
import type { NamedService } from "../../office-sql.ts";

/** From what one needs to where more people and services are put together. @param office null: none is chosen yet */
export const togetherLink = (
  { code, several }: Pick<NamedService, "code" | "several">,
  office: string | null,
  { t, path }: PageReader,
): Html =>
  html`<a class="small" rel="nofollow" href="${path(ADDRESS.together({ service: code, office: office ?? undefined }))}">${t(
    several ? "finder.together-change" : "finder.together-link",
  )}</a>`;
