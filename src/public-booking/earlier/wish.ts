import { LEAST_NOTICE, mayAskAt } from "../../appointments/online/asking-hours.ts";
import { PARTS_OF_DAY, type PartOfDay } from "../../appointments/parts-of-day.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";

/** When somebody would come earlier than they have to. Pure. */

/** How long before they have to know: two hours, the day before, two days */
export const NOTICE_TIMES = ["hours", "day", "two-days"] as const;
export type NoticeTime = (typeof NOTICE_TIMES)[number];

export interface Wish {
  /** ISO: 1 Monday … 7 Sunday */
  readonly weekdays: readonly number[];
  readonly parts: readonly PartOfDay[];
  readonly notice: NoticeTime;
  /** Where they would come, by the ids of the offices */
  readonly offices: readonly number[];
}

/** As a new wish stands on its page: of their own office. */
export const ANY_TIME: Omit<Wish, "offices"> = {
  weekdays: [1, 2, 3, 4, 5],
  parts: PARTS_OF_DAY.map(({ name }) => name),
  notice: "day",
};

/** The days of its page: no office is open on Sundays. */
export const WISH_DAYS = [1, 2, 3, 4, 5, 6] as const;

/** An office that the page shows to choose. */
export interface OfficeChoice {
  readonly id: number;
  readonly code: string;
}

/**
 * What a form sent: «d1» … «d6», the parts of the day, the notice, and «o9901» for an office.
 * @param choices those of the page; a single one is not asked for
 */
export function wishIn(sent: Readonly<Record<string, string>>, choices: readonly OfficeChoice[]): Wish {
  const chosen = choices.length === 1 ? choices : choices.filter(({ code }) => sent[`o${code}`] !== undefined);
  return {
    offices: chosen.map(({ id }) => id),
    weekdays: WISH_DAYS.filter((day) => sent[`d${day}`] !== undefined),
    parts: PARTS_OF_DAY.map(({ name }) => name).filter((name) => sent[name] !== undefined),
    notice: NOTICE_TIMES.find((notice) => notice === sent.notice) ?? ANY_TIME.notice,
  };
}

/** @param first the code of the first office of the page */
export const wishErrors = ({ weekdays, parts, offices }: Wish, first: string): FieldError[] => [
  ...(weekdays.length === 0 ? [{ field: "d1", code: "days-required" }] : []),
  ...(parts.length === 0 ? [{ field: "morning", code: "parts-required" }] : []),
  ...(offices.length === 0 ? [{ field: `o${first}`, code: "offices-required" }] : []),
];

/** Of a place: what a wish must name to be asked. */
export interface Asking {
  readonly weekday: number;
  readonly part: PartOfDay;
  readonly notices: readonly NoticeTime[];
}

/** Null: nobody is asked so late, or at this hour. */
export function askingFor(startsAt: Temporal.Instant, now: Temporal.Instant): Asking | null {
  const [date, today, time] = [dateOf(startsAt), dateOf(now), clockTextOf(startsAt)];
  const days = today.until(date, { largestUnit: "day" }).days;
  const hours = now.until(startsAt).total("hours");
  if (hours < LEAST_NOTICE.hours || !mayAskAt(now)) return null;
  const notices = NOTICE_TIMES.filter((notice) => notice === "hours" || days >= (notice === "day" ? 1 : 2));
  const part = PARTS_OF_DAY.find(({ to }) => time < to) ?? PARTS_OF_DAY[2];
  return { weekday: date.dayOfWeek, part: part.name, notices };
}
