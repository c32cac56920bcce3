import { weekday } from "../../../kit/dates.ts";
import type { UsualWait } from "../../../measures/promises/usual-wait.ts";
import { weekdaysToChoose } from "../../../measures/promises/weekday-waits.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { dateOf } from "../../../platform/time.ts";
import type { PageReader } from "../../frame/reader.ts";
import { dateOn } from "../hours-words.ts";

/** Of which weekday the usual wait is said. */
export interface WaitView {
  readonly now: Temporal.Instant;
  /** As asked, ISO; null: none was */
  readonly weekday: number | null;
  readonly addressOf: (weekday: number) => string;
}

/** Where the choice begins, so that who has chosen sees it again. */
export const WAIT_ANCHOR = "wait";

/** The one that was asked for, else today's, else the next after it that may be chosen; where none may, today's. */
export function chosenWeekday(usual: UsualWait, { now, weekday: asked }: WaitView): number {
  const choices = weekdaysToChoose(usual);
  const today = dateOf(now).dayOfWeek;
  if (asked !== null && choices.includes(asked)) return asked;
  return choices.find((each) => each >= today) ?? choices[0] ?? today;
}

/** Each by its address: it needs no script. */
export function weekdayChoice(usual: UsualWait, view: WaitView, { t, language }: PageReader): Html | null {
  const choices = weekdaysToChoose(usual);
  if (choices.length === 0) return null;
  const chosen = chosenWeekday(usual, view);
  const link = (each: number) =>
    html`<a href="${view.addressOf(each)}#${WAIT_ANCHOR}"${each === chosen ? html` aria-current="true"` : null}>${weekday(dateOn(each), language)}</a> `;
  return html`<nav class="wdays" aria-label="${t("finder.wait-choice")}">${choices.map(link)}</nav>`;
}
