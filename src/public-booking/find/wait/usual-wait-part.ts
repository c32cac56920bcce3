import { ofMonth, weekday } from "../../../kit/dates.ts";
import type { OfficeWait } from "../../../measures/promises/office-wait.ts";
import {
  USUAL_CLASSES,
  type UsualClass,
  type UsualHour,
  type UsualWait,
} from "../../../measures/promises/usual-wait.ts";
import { type NoWaitPromise, promiseOfHour, type WaitPromise } from "../../../measures/promises/wait-promise.ts";
import { usualOn, WEEKDAY_WEEKS, type WeekdayWait } from "../../../measures/promises/weekday-waits.ts";
import { DAYS_NEEDED, ESTIMATE_WEEKS } from "../../../measures/wait-estimate.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { clockTextOf, dateOf, minuteOfDay } from "../../../platform/time.ts";
import { inLine } from "../../../text/languages.ts";
import { noPromise, whyNoPromise } from "../../frame/promise-words.ts";
import type { PageReader } from "../../frame/reader.ts";
import { dateOn } from "../hours-words.ts";
import { waitScores } from "./wait-scores.ts";
import { chosenWeekday, WAIT_ANCHOR, type WaitView, weekdayChoice } from "./weekday-choice.ts";

/** How long people usually wait, hour by hour on a weekday, and whether that was right: or why it is not said. */
export function usualWaitPart(wait: OfficeWait | null, view: WaitView, reader: PageReader): Html {
  const { t } = reader;
  return html`<h2 id="${WAIT_ANCHOR}">${t("finder.wait")}</h2>${wait?.voices.hours.isSilent ? notSaid({ why: "silent" }, reader) : classes(wait, view, reader)}${wait && waitScores(wait, reader)}`;
}

const NO_DAYS = { why: "few-days", days: 0, needed: DAYS_NEEDED } as const;
const NOTHING: UsualWait = { "walk-in": NO_DAYS, appointment: NO_DAYS };

/** The same reason is said once. */
function classes(wait: OfficeWait | null, view: WaitView, reader: PageReader): Html {
  const usual = wait?.usual ?? NOTHING;
  const until = wait?.date ?? "";
  const day = chosenWeekday(usual, view);
  const parts = USUAL_CLASSES.flatMap((each) => {
    const said = usualOn(usual, each, day);
    return said ? [{ each, said }] : [];
  });
  const choice = weekdayChoice(usual, view, reader);
  const reasons = new Set(parts.map(({ said: { part } }) => ("why" in part ? whyNoPromise(part, reader) : null)));
  const part = parts[0]?.said.part;
  if (reasons.size === 1 && part && "why" in part) return html`${choice}${notSaid(part, reader)}`;
  const hour = day === dateOf(view.now).dayOfWeek ? Math.floor(minuteOfDay(clockTextOf(view.now)) / 60) : null;
  const dayName = choice && weekday(dateOn(day), reader.language);
  const isFewSaid = parts.every(({ said }) => !said.isApart);
  const few = isFewSaid ? fewWords(dayName, reader) : null;
  const tables = parts.map(({ each, said }) => ofClass(each, said, { until, hour, dayName, isFewSaid }, reader));
  return choice ? html`${choice}${few}${tables}` : html`${tables}${few}`;
}

/** That nothing is said of a weekday by itself: of the one that was chosen, or of any. */
const fewWords = (day: string | null, { t }: PageReader): Html =>
  html`<p class="small">${day ? t("finder.wait-day-few", { day }) : t("finder.wait-together-only")}</p>`;

const notSaid = (why: NoWaitPromise, reader: PageReader): Html =>
  html`<p>${noPromise(why, reader)}. <span class="small">${whyNoPromise(why, reader)}</span></p>`;

/** Told in fives, and not which they were: whoever read it each night would know on which anybody waited */
const DAYS_STEP = 5;

interface DayShown {
  /** The last day that is counted, ISO text */
  readonly until: string;
  /** Of the day in Athens; null: another day is shown */
  readonly hour: number | null;
  /** null: none can be chosen */
  readonly dayName: string | null;
  /** Of both classes that they are of all days */
  readonly isFewSaid: boolean;
}

function ofClass(
  each: UsualClass,
  { part, isApart }: WeekdayWait,
  { until, hour, dayName, isFewSaid }: DayShown,
  reader: PageReader,
): Html {
  const { t, language } = reader;
  const titled = (whose: string | null) =>
    html`<h3 id="wait-${each}">${inLine(language, t(`finder.wait-${each}`), whose)}</h3>`;
  if ("why" in part) return html`${titled(null)}${notSaid(part, reader)}`;
  const title = titled(isApart ? dayName : dayName && t("finder.wait-together"));
  const why = isApart || isFewSaid ? null : fewWords(dayName, reader);
  const longest = Math.max(1, ...part.hours.map((hour) => ("isFew" in hour ? 0 : hour.to)));
  const row = (shown: UsualHour) =>
    html`<tr${shown.hour === hour ? html` class="today"` : null}><th scope="row">${hourWords(shown)}</th>${
      "isFew" in shown
        ? html`<td colspan="2">${t("finder.wait-few")}</td>`
        : rangeCells(promiseOfHour(shown), longest, reader)
    }</tr>`;
  const counted = {
    days: part.days - (part.days % DAYS_STEP),
    weeks: isApart ? WEEKDAY_WEEKS : ESTIMATE_WEEKS,
    last: ofMonth(until, language),
  };
  return html`${title}${why}<table class="waits" aria-labelledby="wait-${each}"><thead><tr><th scope="col">${t("finder.wait-hour")}</th><th scope="col">${t("finder.wait-half")}</th><th scope="col">${t("finder.wait-nine")}</th></tr></thead><tbody>${part.hours.map(row)}</tbody></table><p class="small">${t("finder.wait-days", counted)}</p>`;
}

/** «08–09» */
const hourWords = ({ hour }: UsualHour): string => `${twoDigits(hour)}–${twoDigits(hour + 1)}`;
const twoDigits = (hour: number): string => String(hour).padStart(2, "0");

/** The bar says the same as the words: the dark part the middle, the light one nine of ten. */
function rangeCells({ from, to }: WaitPromise, longest: number, { t }: PageReader): Html {
  const part = (minutes: number) => Math.round((minutes / longest) * 100);
  return html`<td>${t(`finder.wait-${lengthOf(from)}`, { minutes: from })}<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h${part(to)}v1H0z"/><path d="M0 0h${part(from)}v1H0z"/></svg></td><td>${t("finder.wait-minutes", { minutes: to })}</td>`;
}

/** To nine minutes, and from twenty-five on. */
function lengthOf(minutes: number): "short" | "medium" | "long" {
  if (minutes < 10) return "short";
  return minutes < 25 ? "medium" : "long";
}
