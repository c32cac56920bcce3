import { type Html, html } from "../../../platform/text/html.ts";
import type { PageReader } from "../../frame/reader.ts";

interface Step {
  readonly when: string;
  readonly what: string;
  readonly isNow?: boolean;
}

/** Dates in a row, and what happens then. */
export const course = (steps: readonly Step[], { t }: PageReader): Html =>
  html`<ol class="course">${steps.map(
    ({ when, what, isNow }) =>
      html`<li${isNow ? html` class="course__now"` : null}><b>${when}${isNow ? html` <span class="course__tag">${t("draw.now")}</span>` : null}</b> <span>${what}</span></li>`,
  )}</ol>`;
