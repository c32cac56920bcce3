import { fold } from "../platform/text/fold.ts";
import { monthOf, weekdaysOf } from "../platform/text/written-date.ts";
import type { Column } from "./contract.ts";
import type { Line } from "./layout/line.ts";
import { plainDay, readDay, readDayAndTime, readTime } from "./read-cells.ts";

/** Under which day a line stands. Pure. */

/** The day that holds for the lines below until another is written, or the place of one that nobody can read. */
export type DayOfLine = { readonly date: Temporal.PlainDate } | UnreadDay;

export interface UnreadDay {
  readonly date: null;
  readonly row: number;
  readonly written: string;
  /** What a date and its weekday may mean that contradict each other; else none */
  readonly days: readonly Temporal.PlainDate[];
}

export type Cells = Readonly<Partial<Record<Column, string>>>;

export interface Context {
  readonly columns: readonly (Column | null)[];
  readonly today: Temporal.PlainDate;
}

/** The columns that tell of a visit: a line without any of them is a heading, or a time that stayed free. */
const OF_A_VISIT = [
  "lastName",
  "firstName",
  "fullName",
  "business",
  "phone",
  "email",
  "service",
  "notes",
] as readonly Column[];

export const knowsVisits = (columns: Context["columns"]): boolean =>
  OF_A_VISIT.some((column) => columns.includes(column));

export function cellsOf({ cells }: Line, { columns, today }: Context): Cells {
  const found: Partial<Record<Column, string>> = {};
  for (const [at, column] of columns.entries()) {
    const text = cells[at] ?? "";
    if (column !== null && text !== "") found[column] = [found[column], text].filter(Boolean).join(" / ");
  }
  return withDayApart(withSpan(found), today);
}

/** The end of a visit may have a column of its own. */
function withSpan(cell: Cells): Cells {
  const { time, until } = cell;
  const span = `${time} - ${until}`;
  return time && until && readTime(span) !== null ? { ...cell, time: span } : cell;
}

/** A day and its time may share a cell; two times that differ are none. */
function withDayApart(cell: Cells, today: Temporal.PlainDate): Cells {
  const both = readDayAndTime(cell.date ?? cell.time ?? "", today);
  if (!both) return cell;
  const beside = cell.date === undefined ? undefined : cell.time;
  const isSame = beside === undefined || readTime(beside) === readTime(both.time);
  return { ...cell, date: both.day, time: isSame ? (beside ?? both.time) : `${both.time} / ${beside}` };
}

/** The day's name may stand where names do. */
export const hasVisit = (cell: Cells, today: Temporal.PlainDate): boolean =>
  OF_A_VISIT.some((column) => cell[column] && !(isOfName(column) && readDay(cell[column], today)));

const isOfName = (column: Column | null): boolean => column === "fullName" || column === "lastName";

/**
 * The line's own day, in its cell of the date or as a heading over its visits; else the day above. What can't be read
 * and may be a day ends the day above all the same: its visits are of a day that nobody knows.
 */
export function dayOfLine(line: Line, cell: Cells, context: Context, above: DayOfLine | null): DayOfLine | null {
  const said = cell.date ? [cell.date] : headingsOf(line, cell, context);
  const weekdays = weekdaysBeside(line, context);
  if (said.length > 0) return dayOf(line, said, weekdays, context);
  const isOfAbove = weekdays.every((days) => above?.date && days.includes(above.date.dayOfWeek));
  return isOfAbove ? above : unread(line, line.cells);
}

function dayOf(line: Line, said: readonly string[], weekdays: readonly number[][], context: Context): DayOfLine {
  const days = said.flatMap((text) => readDay(text, context.today) ?? []);
  const [day] = days;
  const isMaybeTime = !context.columns.includes("date") && said.some((text) => readTime(text) !== null);
  if (!day || isMaybeTime) return unread(line, said);
  const names = [...weekdays, ...said.map(leadingWeekdays)].filter((each) => each.length > 0);
  const isContradicted =
    days.some((other) => other.isContradicted || !other.date.equals(day.date)) ||
    names.some((each) => !each.includes(day.date.dayOfWeek));
  return isContradicted ? { ...unread(line, said), days: meanings(days, names.flat()) } : { date: day.date };
}

/** The days that are written, and the nearest ones of the weekdays beside them. */
function meanings(days: readonly { readonly date: Temporal.PlainDate }[], weekdays: readonly number[]) {
  const dates = days.flatMap(({ date }) => [date, ...weekdays.map((weekday) => nearestOf(weekday, date))]);
  return dates.filter((date, at) => dates.findIndex((other) => other.equals(date)) === at);
}

/** At most three days before or after. */
export const nearestOf = (weekday: number, date: Temporal.PlainDate): Temporal.PlainDate =>
  date.add({ days: ((weekday - date.dayOfWeek + 10) % 7) - 3 });

/** «Πέμπτη 4/12» */
export function leadingWeekdays(text: string): number[] {
  const [word = ""] = plainDay(text).match(/^\p{L}{2,}/u) ?? [];
  return word === "" ? [] : weekdaysOf(word);
}

const unread = ({ row }: Line, written: readonly string[]): UnreadDay => ({
  date: null,
  row,
  written: written.filter(Boolean).join(" | ").slice(0, 60),
  days: [],
});

/** The cells that stand instead of the line's date and say a day, or can't be told from those that do. */
function headingsOf(line: Line, cell: Cells, { columns, today }: Context): string[] {
  const filled = line.cells.flatMap((text, at) => (text === "" ? [] : [{ text, column: columns[at] ?? null }]));
  const [only] = filled;
  if (only && filled.length === 1) return isHeading(only, { columns, today }) ? [only.text] : [];
  const isVisit = hasVisit(cell, today);
  const places = filled.filter(
    ({ text, column }) =>
      (column === "time" && readTime(text) === null) ||
      column === "fullName" ||
      (column === "lastName" && !cell.firstName) ||
      (column === null && !isVisit),
  );
  return places.map(({ text }) => text).filter((text) => saysDay(text, today));
}

/** Alone in its line: the day's name over its visits, unless it is plainly something else. */
function isHeading({ text, column }: { text: string; column: Column | null }, { columns, today }: Context): boolean {
  // Alone in its column, 9.10 is a time that stayed free or the ninth of October.
  if (column === "time" && readTime(text) !== null) return !columns.includes("date") && readDay(text, today) !== null;
  if (saysDay(text, today)) return true;
  const isOfVisit = column !== null && OF_A_VISIT.includes(column);
  return !isOfVisit && /\p{L}/u.test(text) && !NO_DAY.test(fold(text));
}

/** Words that stand over or between visits and are of nobody. */
export const isWordOfDiary = (cell: string): boolean => NOBODYS.test(fold(cell.slice(0, 60)).trim());

const NOBODYS =
  /^(?:ΠΡΩΙ(?:ΝΑ|ΝΟ)?|ΜΕΣΗΜΕΡΙ|ΑΠΟΓΕΥΜΑ(?:ΤΙΝΑ)?|ΔΙΑΛΕΙΜΜΑ|ΘΥΡΙΔΑ ?\d*|ΟΥΡΑ ?\d*|ΣΥΝΟΛΟ:? ?\d*|ΚΕΝΟ|ΕΛΕΥΘΕΡ[ΟΗ]|ΚΛΕΙΣΤ[ΟΑ]|ΑΡΓΙΑ|ΡΕΠΟ|[-–—.…]+)$/;

const NO_DAY = /^(ΠΡΩΙ|ΜΕΣΗΜΕΡΙ|ΑΠΟΓΕΥΜΑ|ΔΙΑΛΕΙΜΜΑ|ΘΥΡΙΔΑ|ΟΥΡΑ|ΥΠΑΛΛΗΛΟΣ|ΣΥΝΟΛΟ)(?!\p{L})/u;
const RELATIVE = ["ΣΗΜΕΡΑ", "ΑΥΡΙΟ", "ΜΕΘΑΥΡΙΟ", "ΕΒΔΟΜΑΔΑ", "ΕΒΔ"];
const AROUND = ["ΠΡΩΙ", "ΜΕΣΗΜΕΡΙ", "ΑΠΟΓΕΥΜΑ", "ΗΜΕΡΑ", "ΗΜΕΡΟΜΗΝΙΑ", "ΑΡΓΙΑ", "Η", "ΕΩΣ"];

/** Nothing but words and numbers of dates, readable or not: «Πέμπτη 3 12 2026», «Τρίτη 31/11». */
export function saysDay(cell: string, today: Temporal.PlainDate): boolean {
  if (readDay(cell, today)) return true;
  const text = fold(cell.slice(0, 60));
  const words: string[] = text.match(/\p{L}+/gu) ?? [];
  if (!words.every((word) => isDayWord(word) || AROUND.includes(word))) return false;
  return words.some(isDayWord) || /^\D*\d{1,2}(\/\d{1,2}|\D+\d{1,2}\D+(\d{2}|\d{4}))\D*$/.test(text);
}

const isDayWord = (word: string): boolean =>
  RELATIVE.includes(word) || (word.length > 1 && weekdaysOf(word).length > 0) || monthOf(word) !== null;

const bareWeekday = (cell: string): number[] => {
  if (/\d/.test(cell)) return [];
  const word = fold(cell.slice(0, 60)).replace(/[.,]$/, "");
  return word.length > 1 ? weekdaysOf(word) : [];
};

/** In a column that was taken for nothing else. */
const weekdaysBeside = ({ cells }: Line, { columns }: Context): number[][] =>
  cells.flatMap((text, at) => {
    const days = (columns[at] ?? null) === null && text !== "" ? bareWeekday(text) : [];
    return days.length > 0 ? [days] : [];
  });
