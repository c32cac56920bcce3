import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { type Html, html } from "../../platform/text/html.ts";
import type { WayOn } from "../choose/way.ts";
import { citizensPage } from "../frame/page.ts";
import { rows, unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { Wanted } from "./proof.ts";

export const PROVE_SCRIPT = hashedAsset(
  "book-work",
  "js",
  readFileSync(new URL("./prove.js", import.meta.url), "utf8"),
);

interface HoldAttempt {
  readonly wanted: Wanted;
  /** What the browser computes; null: nothing it could compute would hold the time */
  readonly challenge: string | null;
  readonly way: WayOn;
}

/** Before a time is held: the browser works by itself, or it is held once it is known who asks. No puzzle, nothing to solve. */
export function askPage({ wanted, challenge, way }: HoldAttempt, reader: PageReader): Html {
  const { t, path } = reader;
  const [date = "", time = ""] = wanted.at.split("T");
  const title = challenge ? t("book.work-title") : t("book.later-title", { time });
  const fields = { service: wanted.service, at: wanted.at, mark: way.mark };
  const work = html`<div id="work" data-challenge="${challenge ?? ""}" hidden><p class="lead">${t("book.work-text")}</p>
<form method="post" action="${path(way.hold)}">${unseen({ ...fields, proof: "" })}<progress aria-label="${t("book.work-progress")}" value="0"></progress></form>
<h2>${t("book.work-else")}</h2></div>`;
  const later = html`<p>${t("book.later-text")}</p>
<form method="post" action="${path(way.hold)}">${unseen({ ...fields, later: "1" })}<div class="btns btns--fit"><button class="button button--go">${t("book.later-go")}</button></div></form>
${rows([{ address: path(way.day(date)), label: t("book.other-time") }])}`;
  const main = html`<h1>${title}</h1>${challenge ? work : html`<p class="lead">${t("book.later-why")}</p>`}${later}`;
  const script = challenge ? PROVE_SCRIPT.address : undefined;
  return citizensPage({ title, address: null, back: path(way.day(date)), step: 4, main, script }, reader);
}
