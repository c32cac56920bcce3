import { monthAndYear } from "../../../kit/dates.ts";
import type { OfficeWait } from "../../../measures/promises/office-wait.ts";
import { publishedScore } from "../../../measures/promises/published-score.ts";
import type { PromiseOutcomes } from "../../../measures/promises/score.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import type { PageReader } from "../../frame/reader.ts";

/** Of the last closed month. */
export function waitScores({ score: { month, ...outcomesOf } }: OfficeWait, reader: PageReader): Html {
  const { t, language } = reader;
  const words = (what: "hours" | "number", outcomes: PromiseOutcomes): Html | null => {
    const score = publishedScore(outcomes);
    if (!score) return null;
    const values = { month: monthAndYear(month, language), ...score };
    return html`<p class="small">${t(`finder.wait-right-${what}`, values)}</p>`;
  };
  return html`${words("hours", outcomesOf.hours)}${words("number", outcomesOf.number)}`;
}
