import { fold } from "../platform/text/fold.ts";
import { dateIn, dayIn, type WrittenDay } from "../platform/text/written-date.ts";
import { clockText, minuteOfDay } from "../platform/time.ts";

/** Dates and times as they are written in the cells of a diary. Pure. */

/** No time is longer; over a whole page of blanks the patterns below would take seconds. */
const LONGEST = 60;

/** Without a year, the first such day from half a year before today on. */
export const readDate = (cell: string, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  dateIn(cell, today.subtract({ months: 6 }));

export function readDay(cell: string, today: Temporal.PlainDate): WrittenDay | null {
  const earliest = today.subtract({ months: 6 });
  return dayIn(cell, earliest) ?? dayIn(plainDay(cell), earliest);
}

const WEEKDAY = "ΔΕΥΤΕΡΑ|ΤΡΙΤΗ|ΤΕΤΑΡΤΗ|ΠΕΜΠΤΗ|ΠΑΡΑΣΚΕΥΗ|ΣΑΒΒΑΤΟ|ΚΥΡΙΑΚΗ";
const TITLE = /^(?:ΡΑΝΤΕΒΟΥ|ΠΡΟΓΡΑΜΜΑ|ΗΜΕΡΟΛΟΓΙΟ|ΗΜΕΡΑ|ΗΜΕΡΟΜΗΝΙΑ|ΗΜ\/ΝΙΑ)[\s:,–-]+(?:(?:ΤΗΣ|ΤΗΝ|ΤΟΥ|ΓΙΑ|ΣΤΙΣ) )*/;

/** «ΡΑΝΤΕΒΟΥ ΔΕΥΤΕΡΑΣ 7/12/2026», «Πέμπτη 3 12 2026»: without what stands around the day, folded. */
export const plainDay = (cell: string): string =>
  fold(cell.slice(0, LONGEST))
    .trim()
    .replace(TITLE, "")
    .replace(new RegExp(`^(${WEEKDAY})[ΣΥ](?!\\p{L})`, "u"), "$1")
    .replace(/^((?:\p{L}+,? )?\d{1,2}) (\d{1,2}) (\d{4})$/u, "$1/$2/$3");

interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

/** «3/12/2026 09:00» in one cell; null: no time beside a day. Midnight is what programs write where no time is. */
export function readDayAndTime(cell: string, today: Temporal.PlainDate): DayAndTime | null {
  const [, day = "", time = ""] = DAY_AND_TIME.exec(cell.slice(0, LONGEST).trim()) ?? [];
  if (readDay(day, today) === null || readTime(time) === null) return null;
  return /^0?0[:.]00/.test(time) ? null : { day, time };
}

const DAY_AND_TIME = /^(.{3,40}?)(?:T|,? +(?:στις +|ώρα +)?)(\d{1,2}[:.]\d{2}(?:[^\d/].*)?)$/u;

/**
 * 9:30, 09.30, 930, «9 30», 9, «9 και μισή», «9:30 πμ», «1 μ.μ.», 09:30–09:45; an hour alone means the full hour. As
 * "09:30".
 */
export const readTime = (cell: string): string | null => readSpan(cell)?.time ?? null;

interface Span {
  readonly time: string;
  /** null: its end is not written */
  readonly minutes: number | null;
}

/** «9-30» is half past nine; «9-10» may be ten past nine or the hour until ten, so it is neither. */
export function readSpan(cell: string): Span | null {
  const text = inDigits(fold(cell.slice(0, LONGEST)).trim());
  const [from = "", to, ...more] = text.split(/[-–—]| (?:ΕΩΣ|ΜΕΧΡΙ|ΩΣ) /).map((part) => part.trim());
  if (more.length > 0) return null;
  if (to === undefined) return spanOf(minuteOf(from), null);
  if (!IS_HOUR.test(from)) return between(from, to);
  if (/^\d{2}$/.test(to)) return Number(to) >= 24 || to === "00" ? spanOf(minuteOf(`${from}:${to}`), null) : null;
  return IS_HOUR.test(to) ? null : between(from, to);
}

/** «στις 9 και μισή το πρωί» as «9:30 ΠΜ» */
const inDigits = (text: string): string =>
  text
    .replace(/^(?:ΩΡΑ|ΣΤΙΣ|ΣΤΗ)[ :]+/, "")
    .replace(/ (?:ΤΟ )?ΠΡΩΙ$/, " ΠΜ")
    .replace(/ (?:ΤΟ )?(?:ΑΠΟΓΕΥΜΑ|ΒΡΑΔΥ)$/, " ΜΜ")
    .replace(/ ?(?:(?:ΤΟ )?ΜΕΣΗΜΕΡΙ|(?<=\d ?)Μ)\.?$/, " ΜΜ")
    .replace(/(?<=^\d{1,2}) ?½/, ":30")
    .replace(/[.\s]+(?=Μ\.?(?!\p{L}))/gu, "")
    .replace(/(?<=\d)[΄'’′]+$/, "")
    .replace(/^(\d{1,2})( ΚΑΙ | ΠΑΡΑ )(ΜΙΣΗ|ΜΙΣΙ|ΤΕΤΑΡΤΟ|\d{1,2})(?= |$)/, spoken);

const PARTS: Readonly<Record<string, number>> = { ΜΙΣΗ: 30, ΜΙΣΙ: 30, ΤΕΤΑΡΤΟ: 15 };

/** Half an hour is never said to be missing. */
function spoken(whole: string, hour: string, joint: string, part: string): string {
  const minutes = PARTS[part] ?? Number(part);
  const isBefore = joint === " ΠΑΡΑ ";
  if (minutes === 0 || minutes > (isBefore ? 29 : 59) || Number(hour) > 23) return whole;
  return clockText(Number(hour) * 60 + (isBefore ? -minutes : minutes));
}

const [NIGHT_ENDS, MORNING_BEGINS] = ["06:00", "08:00"];
/** In hours; a diary goes on after noon without saying so again, and not after half a day. */
const NEXT = 3;

/** «1:30» is no time of the night, and «6:30» below «17:30» none of the morning, unless the cell says so. */
export function inHalfOfDay(time: string, written: string, above: string | null): string {
  if (/Π\.?\s?Μ|AM|ΠΡΩΙ/.test(fold(written.slice(0, LONGEST)))) return time;
  const later = clockText(minuteOfDay(time) + HALF_DAY);
  const goesOn = above !== null && above >= "12:00" && later >= above && hoursBetween(above, later) <= NEXT;
  return time < NIGHT_ENDS || (time < MORNING_BEGINS && goesOn) ? later : time;
}

const hoursBetween = (from: string, to: string): number => (minuteOfDay(to) - minuteOfDay(from)) / 60;

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
  const match = /^(\d{1,2})(?:[:.,΄' ]?(\d{2}))?(?::00)?\s*(ΠΜ|ΜΜ|AM|PM)?\.?$/.exec(text);
  if (!match) return null;
  const minute = Number(match[2] ?? 0);
  const isAfternoon = match[3] === "ΜΜ" || match[3] === "PM";
  const spoken = Number(match[1]);
  const hour = isAfternoon && spoken < 12 ? spoken + 12 : spoken;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
