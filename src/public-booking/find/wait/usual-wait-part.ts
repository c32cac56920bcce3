import { monthAndYear, ofMonth } from "../../../kit/dates.ts";
import type { OfficeWait } from "../../../measures/promises/office-wait.ts";
import { publishedScore } from "../../../measures/promises/published-score.ts";
import type { PromiseOutcomes } from "../../../measures/promises/score.ts";
import {
  USUAL_CLASSES,
  type UsualClass,
  type UsualHour,
  type UsualOfClass,
} from "../../../measures/promises/usual-wait.ts";
import { type NoWaitPromise, promiseOfHour, type WaitPromise } from "../../../measures/promises/wait-promise.ts";
import { DAYS_NEEDED, ESTIMATE_WEEKS } from "../../../measures/wait-estimate.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { clockTextOf, minuteOfDay } from "../../../platform/time.ts";
import { noPromise, whyNoPromise } from "../../frame/promise-words.ts";
import type { PageReader } from "../../frame/reader.ts";

/** How long people usually wait, hour by hour, and whether that was right: or why it is not said. */
export function usualWaitPart(wait: OfficeWait | null, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  return html`<h2>${t("finder.wait")}</h2>${wait?.voices.hours.isSilent ? notSaid({ why: "silent" }, reader) : classes(wait, now, reader)}${wait && scores(wait, reader)}`;
}

const NOTHING = { why: "few-days", days: 0, needed: DAYS_NEEDED } as const;

/** The same reason is said once. */
function classes(wait: OfficeWait | null, now: Temporal.Instant, reader: PageReader): Html {
  const parts = USUAL_CLASSES.map((each) => ({ each, part: wait?.usual[each] ?? NOTHING }));
  const reasons = new Set(parts.map(({ part }) => ("why" in part ? whyNoPromise(part, reader) : null)));
  const [first] = parts;
  if (reasons.size === 1 && first && "why" in first.part) return notSaid(first.part, reader);
  return html`${parts.map(({ each, part }) => ofClass(each, part, { now, until: wait?.date ?? "" }, reader))}`;
}

const notSaid = (why: NoWaitPromise, reader: PageReader): Html =>
  html`<p>${noPromise(why, reader)}. <span class="small">${whyNoPromise(why, reader)}</span></p>`;

/** Told in fives, and not which they were: whoever read it each night would know on which anybody waited */
const DAYS_STEP = 5;

interface When {
  readonly now: Temporal.Instant;
  /** The last day that is counted, ISO text */
  readonly until: string;
}

function ofClass(each: UsualClass, part: UsualOfClass, { now, until }: When, reader: PageReader): Html {
  const { t, language } = reader;
  const title = html`<h3 id="wait-${each}">${t(`finder.wait-${each}`)}</h3>`;
  if ("why" in part) return html`${title}${notSaid(part, reader)}`;
  const longest = Math.max(1, ...part.hours.map((hour) => ("isFew" in hour ? 0 : hour.to)));
  const hourNow = Math.floor(minuteOfDay(clockTextOf(now)) / 60);
  const row = (hour: UsualHour) =>
    html`<tr${hour.hour === hourNow ? html` class="today"` : null}><th scope="row">${hourWords(hour)}</th>${
      "isFew" in hour
        ? html`<td colspan="2">${t("finder.wait-few")}</td>`
        : rangeCells(promiseOfHour(hour), longest, reader)
    }</tr>`;
  const days = part.days - (part.days % DAYS_STEP);
  return html`${title}<table class="waits" aria-labelledby="wait-${each}"><thead><tr><th scope="col">${t("finder.wait-hour")}</th><th scope="col">${t("finder.wait-half")}</th><th scope="col">${t("finder.wait-nine")}</th></tr></thead><tbody>${part.hours.map(row)}</tbody></table><p class="small">${t("finder.wait-days", { days, weeks: ESTIMATE_WEEKS, last: ofMonth(until, language) })}</p>`;
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

/** Of the last closed month. */
function scores({ score: { month, ...outcomesOf } }: OfficeWait, reader: PageReader): Html {
  const { t, language } = reader;
  const words = (what: "hours" | "number", outcomes: PromiseOutcomes): Html | null => {
    const score = publishedScore(outcomes);
    if (!score) return null;
    const values = { month: monthAndYear(month, language), ...score };
    return html`<p class="small">${t(`finder.wait-right-${what}`, values)}</p>`;
  };
  return html`${words("hours", outcomesOf.hours)}${words("number", outcomesOf.number)}`;
}
