import { fold } from "../platform/text/fold.ts";
import { clockText } from "../platform/time.ts";

/** What people write in the cells of a diary. Pure. */

/** No date and no time is longer; over a whole page of blanks the patterns below would take seconds. */
const LONGEST = 60;

/**
 * 24/11/2026, 24-11-26, 24.11, 2026-11-24, «Τρίτη 24 Νοεμβρίου»; without a year, the first such day from half a year
 * before today on. Null: no date, or one that its weekday contradicts.
 */
export function readDate(cell: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const day = readDay(cell, today);
  return day && !day.isContradicted ? day.date : null;
}

export interface WrittenDay {
  readonly date: Temporal.PlainDate;
  /** «Πέμπτη 4/12/2026», which is a Friday: one of the two is a slip, and nobody knows which */
  readonly isContradicted: boolean;
}

export function readDay(cell: string, today: Temporal.PlainDate): WrittenDay | null {
  if (!/\d/.test(cell)) return null;
  const text = fold(cell.slice(0, LONGEST)).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?$/.exec(text);
  if (iso) return onWeekday(undefined, dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const digits = /^(?:(\p{L}+)\.?,? )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?: 0?0:00.*)?$/u.exec(text);
  if (digits) return onWeekday(digits[1], withYear(Number(digits[2]), Number(digits[3]), digits[4], today));
  const words = /^(?:(\p{L}+)\.?,? )?(\d{1,2})(?:Η)? ?(\p{L}{3,})\.?,?(?: (\d{4}|\d{2}))?$/u.exec(text);
  const month = monthOf(words?.[3] ?? "");
  return words && month !== null ? onWeekday(words[1], withYear(Number(words[2]), month, words[4], today)) : null;
}

/** Another word before the date than a weekday's may turn its meaning round: «έως 7/12». */
function onWeekday(word: string | undefined, date: Temporal.PlainDate | null): WrittenDay | null {
  if (!date || word === undefined) return date && { date, isContradicted: false };
  const weekdays = weekdaysOf(word);
  return weekdays.length === 0 ? null : { date, isContradicted: !weekdays.includes(date.dayOfWeek) };
}

const WEEKDAYS = [
  "ΔΕΥΤΕΡΑ ΤΡΙΤΗ ΤΕΤΑΡΤΗ ΠΕΜΠΤΗ ΠΑΡΑΣΚΕΥΗ ΣΑΒΒΑΤΟ ΚΥΡΙΑΚΗ",
  "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY",
].map((names) => names.split(" "));

/** From 1 for Monday: those whose names begin so. */
export const weekdaysOf = (word: string): number[] =>
  WEEKDAYS.flatMap((names) => names.flatMap((name, at) => (name.startsWith(word) ? [at + 1] : [])));

const MONTHS = [
  ...["ΙΑΝΟΥΑΡΙΟΥ", "ΦΕΒΡΟΥΑΡΙΟΥ", "ΜΑΡΤΙΟΥ", "ΑΠΡΙΛΙΟΥ", "ΜΑΙΟΥ", "ΙΟΥΝΙΟΥ", "ΙΟΥΛΙΟΥ", "ΑΥΓΟΥΣΤΟΥ"],
  ...["ΣΕΠΤΕΜΒΡΙΟΥ", "ΟΚΤΩΒΡΙΟΥ", "ΝΟΕΜΒΡΙΟΥ", "ΔΕΚΕΜΒΡΙΟΥ"],
];

/** In full, begun («Δεκ»), or as it is said («Δεκέμβρη»); Μαρία is no March. */
export function monthOf(word: string): number | null {
  const said = word.replace(/ΟΣ$/, "ΟΥ").replace(/(?<=.{4})ΗΣ?$/, "");
  const months = MONTHS.filter((month) => said.length > 2 && month.startsWith(said));
  return months.length === 1 ? MONTHS.indexOf(months[0] as string) + 1 : null;
}

function withYear(day: number, month: number, year: string | undefined, today: Temporal.PlainDate) {
  if (year) return dateFrom(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const earliest = today.subtract({ months: 6 });
  const candidates = [0, 1].map((later) => dateFrom(earliest.year + later, month, day));
  return candidates.find((date) => date && Temporal.PlainDate.compare(date, earliest) >= 0) ?? null;
}

function dateFrom(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (year < 2000 || year > 2099) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** 9:30, 09.30, 0930, 9, «9:30 πμ», «1 μ.μ.», 09:30–09:45; an hour alone means the full hour. As "09:30". */
export const readTime = (cell: string): string | null => readSpan(cell)?.time ?? null;

export interface Span {
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
