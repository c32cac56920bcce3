import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "../frame/icons.ts";
import { unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

/** «Κοντά μου»: there for browsers that run its script, since only a script can ask where they are. */

export const NEAR_SCRIPT = hashedAsset(
  "book-near",
  "js",
  readFileSync(new URL("./near-me.js", import.meta.url), "utf8"),
);

/** @param action without the language's prefix */
export const nearMe = (action: string, along: Readonly<Record<string, string | null>>, { t, path }: PageReader): Html =>
  html`<div id="near" data-failed="${t("finder.near-failed")}" hidden><p class="or">${t("finder.or")}</p><section class="near" aria-labelledby="near-title"><h2 id="near-title">${t("finder.near")}</h2><p class="small" id="near-note">${t("finder.near-note")}</p><form action="${path(action)}" method="get">${unseen({ ...along, lat: "", lon: "" })}<button class="button" aria-describedby="near-note">${icon("pin")}${t("finder.near-show")}</button><p class="field-error" role="alert"></p></form></section></div>`;
