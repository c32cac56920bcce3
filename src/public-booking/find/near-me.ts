import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { App } from "../../platform/http/server.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "../frame/icons.ts";
import type { PageReader } from "../frame/reader.ts";
import { unseen } from "./where-form.ts";

/** «Κοντά μου»: there for browsers that run its script, since only a script can ask where they are. */

const script = readFileSync(new URL("./near-me.js", import.meta.url), "utf8");

/** Another content is another address: browsers may keep each for ever. */
export const NEAR_SCRIPT = `/book-${createHash("sha256").update(script).digest("hex").slice(0, 10)}.js`;

export function nearScriptRoute(app: App): void {
  app.get(NEAR_SCRIPT, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type("text/javascript; charset=utf-8")
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(script),
  );
}

/** @param action without the language's prefix */
export const nearMe = (action: string, along: Readonly<Record<string, string | null>>, { t, path }: PageReader): Html =>
  html`<div id="near" data-failed="${t("finder.near-failed")}" hidden><p class="or">${t("finder.or")}</p><section class="near" aria-labelledby="near-title"><h2 id="near-title">${t("finder.near")}</h2><p class="small" id="near-note">${t("finder.near-note")}</p><form action="${path(action)}" method="get">${unseen({ ...along, lat: "", lon: "" })}<button class="btn" aria-describedby="near-note">${icon("pin")}${t("finder.near-show")}</button><p class="err" role="alert"></p></form></section></div>`;
