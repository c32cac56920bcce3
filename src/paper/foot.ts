import { numericDate } from "../kit/dates.ts";
import { type Html, html } from "../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../platform/time.ts";
import type { Text } from "../text/text.ts";

/** One print of a list, as its foot tells it. */
export interface Print {
  readonly date: string;
  /** Among the prints of the same list */
  readonly number: number;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Who printed it and when, what becomes of the paper, and which of its pages this is. */
export const footOf = (
  print: Print,
  { page, pages }: { readonly page: number; readonly pages: number },
  t: Text,
): Html =>
  html`<footer><div><p>${t("paper.foot", {
    name: print.by,
    at: `${numericDate(dateTextOf(print.at))}, ${clockTextOf(print.at)}`,
    number: `${print.date}/${print.number}`,
  })}</p><p><strong>${t("paper.destroy")}</strong></p></div><p class="number">${t("paper.page", { page, pages })}</p></footer>`;
