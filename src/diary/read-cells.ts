import { fold } from "../platform/text/fold.ts";
import { dateIn, dayIn, type WrittenDay } from "../platform/text/written-date.ts";
import { clockText } from "../platform/time.ts";

/** Dates and times as they are written in the cells of a diary. Pure. */

/** No time is longer; over a whole page of blanks the patterns below would take seconds. */
const LONGEST = 60;

/** Without a year, the first such day from half a year before today on. */
export const readDate = (cell: string, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  dateIn(cell, today.subtract({ months: 6 }));

export const readDay = (cell: string, today: Temporal.PlainDate): WrittenDay | null =>
  dayIn(cell, today.subtract({ months: 6 }));

/** 9:30, 09.30, 0930, 9, «9:30 πμ», «1 μ.μ.», 09:30–09:45; an hour alone means the full hour. As "09:30". */
export const readTime = (cell: string): string | null => readSpan(cell)?.time ?? null;

interface Span {
  readonly time: string;
  /** null: its end is not written */
  readonly minutes: number | null;
}

/** «9-30» is half past nine; «9-10» may be ten past nine or the hour until ten, so it is neither. */
export function readSpan(cell: string): Span | null {
  const text = fold(cell.slice(0, LONGEST)).replace(/[.\s]+(?=Μ)/g, "");
  const [from = "", to, ...more] = text.split(/[-–—]| (?:ΕΩΣ|ΜΕΧΡΙ|ΩΣ) /).map((part) => part.trim());
  if (more.length > 0) return null;
  if (to === undefined) return spanOf(minuteOf(from), null);
  if (!IS_HOUR.test(from)) return between(from, to);
  if (/^\d{2}$/.test(to)) return Number(to) >= 24 || to === "00" ? spanOf(minuteOf(`${from}:${to}`), null) : null;
  return IS_HOUR.test(to) ? null : between(from, to);
}

/** A time whose end can't be read is half known: the length would be guessed. */
function between(from: string, to: string): Span | null {
  const end = minuteOf(to);
  return end === null ? null : spanOf(minuteOf(from), end);
}

const IS_HOUR = /^\d{1,2}$/;
const HALF_DAY = 12 * 60;

/** 12:30–1:00 ends after noon. */
function spanOf(from: number | null, to: number | null): Span | null {
  if (from === null) return null;
  if (to === null) return { time: clockText(from), minutes: null };
  const end = to <= from && to < HALF_DAY ? to + HALF_DAY : to;
  return end > from ? { time: clockText(from), minutes: end - from } : null;
}

function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.,΄'](\d{2})|(?<=\d{2})(\d{2}))?(?::00)?\s*(ΠΜ|ΜΜ|AM|PM)?\.?$/.exec(text);
  if (!match) return null;
  const minute = Number(match[2] ?? match[3] ?? 0);
  const isAfternoon = match[4] === "ΜΜ" || match[4] === "PM";
  const spoken = Number(match[1]);
  const hour = isAfternoon && spoken < 12 ? spoken + 12 : spoken;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
