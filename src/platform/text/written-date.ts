import { fold } from "./fold.ts";

/** How people write dates. Pure. */

/** No date is longer; over a whole page of blanks the patterns below would take seconds. */
const LONGEST = 60;

/**
 * 24/11/2026, 24-11-26, 24.11, 24-Νοε-26, 2026-11-24, «Τρίτη 24 Νοεμβρίου»; without a year, the first such day from `earliest`
 * on. Null: no date, or one that its weekday contradicts.
 */
export function dateIn(cell: string, earliest: Temporal.PlainDate): Temporal.PlainDate | null {
  const day = dayIn(cell, earliest);
  return day && !day.isContradicted ? day.date : null;
}

export interface WrittenDay {
  readonly date: Temporal.PlainDate;
  /** «Πέμπτη 4/12/2026», which is a Friday: one of the two is a slip, and nobody knows which */
  readonly isContradicted: boolean;
}

export function dayIn(cell: string, earliest: Temporal.PlainDate): WrittenDay | null {
  if (!/\d/.test(cell)) return null;
  const text = fold(cell.slice(0, LONGEST)).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?$/.exec(text);
  if (iso) return onWeekday(undefined, dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const digits = /^(?:(\p{L}+)\.?,? )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?: 0?0:00.*)?$/u.exec(text);
  if (digits) return onWeekday(digits[1], withYear(Number(digits[2]), Number(digits[3]), digits[4], earliest));
  const words = /^(?:(\p{L}+)\.?,? )?(\d{1,2})(?:Η)?[ /.-]?(\p{L}{3,})\.?,?(?:[ /.-](\d{4}|\d{2}))?$/u.exec(text);
  const month = monthOf(words?.[3] ?? "");
  return words && month !== null ? onWeekday(words[1], withYear(Number(words[2]), month, words[4], earliest)) : null;
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
  "ΙΑΝΟΥΑΡΙΟΥ",
  "ΦΕΒΡΟΥΑΡΙΟΥ",
  "ΜΑΡΤΙΟΥ",
  "ΑΠΡΙΛΙΟΥ",
  "ΜΑΙΟΥ",
  "ΙΟΥΝΙΟΥ",
  "ΙΟΥΛΙΟΥ",
  "ΑΥΓΟΥΣΤΟΥ",
  "ΣΕΠΤΕΜΒΡΙΟΥ",
  "ΟΚΤΩΒΡΙΟΥ",
  "ΝΟΕΜΒΡΙΟΥ",
  "ΔΕΚΕΜΒΡΙΟΥ",
];

/** In full, begun («Δεκ»), or as it is said («Δεκέμβρη»); Μαρία is no March. */
export function monthOf(word: string): number | null {
  const said = word.replace(/ΟΣ$/, "ΟΥ").replace(/(?<=.{4})ΗΣ?$/, "");
  const months = MONTHS.filter((month) => said.length > 2 && month.startsWith(said));
  return months.length === 1 ? MONTHS.indexOf(months[0] as string) + 1 : null;
}

function withYear(day: number, month: number, year: string | undefined, earliest: Temporal.PlainDate) {
  if (year) return dateFrom(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
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
