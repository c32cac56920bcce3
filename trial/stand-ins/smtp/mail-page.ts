import { type Html, html } from "../../../src/platform/text/html.ts";
import { textIn } from "../../../src/text/text.ts";
import { standInPage } from "../page.ts";
import type { SmtpKnobs } from "./knobs.ts";
import "../../../src/text/server.ts";

const t = textIn("el");

/** The frame of every page about mail: the way to the other pages and, where a knob is turned, that it is. */
export const mailPage = (title: string, knobs: SmtpKnobs, main: Html): Html =>
  standInPage(
    title,
    html`<nav aria-label="${t("mailStandIn.navigation")}"><ul>
<li><a href="/">${t("mailStandIn.title")}</a></li>
<li><a href="/knobs">${t("mailStandIn.knobs-title")}</a></li>
</ul></nav>
${warning(knobs)}
${main}`,
  );

function warning({ dead, faults }: SmtpKnobs): Html | null {
  if (dead) return html`<p><strong>${t("mailStandIn.is-dead")}</strong></p>`;
  return faults.length > 0 ? html`<p><strong>${t("mailStandIn.has-faults")}</strong></p>` : null;
}
