import { fold } from "../platform/text/fold.ts";
import { clockText } from "../platform/time.ts";

/** What people write in the cells of a diary. Pure. */

/** No date and no time is longer; over a whole page of blanks the patterns below would take seconds. */
const LONGEST = 60;
const MONTHS = ["ΙΑΝ", "ΦΕΒ", "ΜΑΡ", "ΑΠΡ", "ΜΑΙ", "ΙΟΥΝ", "ΙΟΥΛ", "ΑΥΓ", "ΣΕΠ", "ΟΚΤ", "ΝΟΕ", "ΔΕΚ"];

/**
 * 24/11/2026, 24-11-26, 24.11, 2026-11-24, «Τρίτη 24 Νοεμβρίου»; without a year, the first such day from half a year
 * before today on. Null: no date.
 */
export function readDate(cell: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = fold(cell.slice(0, LONGEST)).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(?:\p{L}+\.?,? )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?: 0?0:00.*)?$/u.exec(text);
  if (digits) return withYear(Number(digits[1]), Number(digits[2]), digits[3], today);
  const words = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:Η)? ?(\p{L}{3,})\.?,?(?: (\d{4}|\d{2}))?$/u.exec(text);
  const month = MONTHS.findIndex((beginning) => words?.[2]?.startsWith(beginning)) + 1;
  return words && month > 0 ? withYear(Number(words[1]), month, words[3], today) : null;
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
export function readTime(cell: string): string | null {
  const text = fold(cell.slice(0, LONGEST))
    .replace(/[.\s]+(?=Μ)/g, "")
    .trim();
  const match = /^(\d{1,2})(?:[:.,΄'](\d{2})|(?<=\d{2})(\d{2}))?(?::00)?\s*(ΠΜ|ΜΜ|AM|PM)?\.?(?:\s*[-–]\s*\d.*)?$/.exec(
    text,
  );
  if (!match) return null;
  const minute = Number(match[2] ?? match[3] ?? 0);
  const isAfternoon = match[4] === "ΜΜ" || match[4] === "PM";
  const spoken = Number(match[1]);
  const hour = isAfternoon && spoken < 12 ? spoken + 12 : spoken;
  return hour < 24 && minute < 60 ? clockText(hour * 60 + minute) : null;
}

export interface Names {
  readonly lastName: string;
  readonly firstName: string;
}

/** «ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη», «Παπαδοπούλου, Ελένη»: the surname first, as lists are kept. One word is a surname alone. */
export function readFullName(cell: string): Names {
  const [before = "", after] = cell.split(",", 2).map((part) => part.trim());
  if (after) return { lastName: before, firstName: after };
  const words = before.split(/\s+/);
  // «ΠΑΠΑΔΟΠΟΥΛΟΥ - ΓΕΩΡΓΙΟΥ Ελένη»
  const dash = words.findIndex((word) => /^[-–]$/.test(word));
  const length = dash > 0 ? dash + 2 : 1;
  return {
    lastName: words
      .slice(0, length)
      .join(" ")
      .replace(/ [-–] /g, "-"),
    firstName: words.slice(length).join(" "),
  };
}
