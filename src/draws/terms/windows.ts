import { instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import type { DrawTerms } from "./draw-terms.ts";

/** The hours of one draw. */
export interface DrawWindow {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  /** Until then a document with a date is shown at a counter */
  readonly needUntil: Temporal.Instant;
  readonly answerUntil: Temporal.Instant;
  readonly releaseAt: Temporal.Instant;
  /** Of visits, both included */
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

export const ANSWER_TIME = "20:00";
export const RELEASE_TIME = "10:00";
const NEED_BEFORE = { hours: 2 } as const;
const DAYS_OF_VISITS = 7;

/** One a week, those that open after `now` and whose visits begin by `last`, the earliest first. Pure. */
export function windowsAfter(terms: DrawTerms, now: Temporal.Instant, last: Temporal.PlainDate): DrawWindow[] {
  const today = now.toZonedDateTimeISO("Europe/Athens").toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const weeks = Math.max(0, Math.ceil(monday.until(last, { largestUnit: "day" }).days / 7)) + 1;
  return Array.from({ length: weeks }, (_, week) => windowFrom(terms, monday.add({ weeks: week }))).filter(
    ({ opensAt, firstDay }) =>
      Temporal.Instant.compare(opensAt, now) > 0 && Temporal.PlainDate.compare(firstDay, last) <= 0,
  );
}

/** The window that opens in the week of a Monday. */
function windowFrom(terms: DrawTerms, monday: Temporal.PlainDate): DrawWindow {
  const opens = monday.add({ days: terms.opensOn - 1 });
  const length = daysOpen(terms);
  const closes = opens.add({ days: length });
  const closesAt = at(closes, terms.closesTime);
  const firstDay = closes.add({ days: terms.visitDays });
  return {
    opensAt: at(opens, terms.opensTime),
    closesAt,
    needUntil: closesAt.subtract(NEED_BEFORE),
    answerUntil: at(closes.add({ days: terms.answerDays }), ANSWER_TIME),
    releaseAt: at(closes.add({ days: terms.releaseDays }), RELEASE_TIME),
    firstDay,
    lastDay: firstDay.add({ days: DAYS_OF_VISITS - 1 }),
  };
}

/** From the day on which it opens to that on which it closes: 0 to 7; the next week's, where that is earlier or as early. */
function daysOpen({ opensOn, opensTime, closesOn, closesTime }: DrawTerms): number {
  const days = (closesOn - opensOn + 7) % 7;
  return days === 0 && closesTime <= opensTime ? 7 : days;
}

/** As the clock shows it. */
export const hoursOpen = (terms: DrawTerms): number =>
  daysOpen(terms) * 24 + (minuteOfDay(terms.closesTime) - minuteOfDay(terms.opensTime)) / 60;

const at = (date: Temporal.PlainDate, time: string): Temporal.Instant =>
  instantOf(localDay(date).at(minuteOfDay(time)));
