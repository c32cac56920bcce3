import { dayOfMonth, shortDate, timeOf } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";

/** Words that the staff's pages of draws share. */

export const PARTS = [0, 1, 2] as const;
type PartNumber = (typeof PARTS)[number];

export const partWords = (part: number, t: Text): string => t(`drawDesk.part-${(PARTS[part] ?? 0) as PartNumber}`);

/** A Monday and the days after it, for the names of weekdays. */
const SOME_WEEK = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];

export const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A date on that ISO weekday. */
export const someDateOn = (weekday: number): string => SOME_WEEK[weekday - 1] ?? "2026-11-23";

/** When, as values of a sentence. @param moment with its offset of Athens */
export const dayAndTime = (moment: string, language: Language): { readonly day: string; readonly time: string } => ({
  day: shortDate(moment.slice(0, 10), language),
  time: timeOf(moment),
});

/** 7–11/12 */
export const spanOfDays = (first: string, last: string): string =>
  first.slice(0, 7) === last.slice(0, 7)
    ? `${Number(first.slice(8))}–${dayOfMonth(last)}`
    : `${dayOfMonth(first)}–${dayOfMonth(last)}`;
