import { fold } from "../../platform/text/fold.ts";
import { monthOf } from "../../platform/text/written-date.ts";
import { type Context, isWordOfDiary, saysDay } from "../day-of-line.ts";
import { cellNumber, rowLabel } from "../matrix/row-label.ts";
import { readTime } from "../read-cells.ts";
import { cellIds, type Line } from "./line.ts";

/**
 * Which cells of the sheet were read, as part of a visit or as a heading. What is left over is a doubt, so that nothing is
 * read by nobody. Pure.
 */

/** Of a line with a visit: what went into one of its fields, and a day or a word of the diary beside it. */
export function cellsOfVisit(line: Line, context: Context): number[] {
  return filledIn(line).flatMap(({ text, at }) => {
    const isRead = (context.columns[at] ?? null) !== null || saysDay(text, context.today) || isWordOfDiary(text);
    return isRead ? cellIds(line, at) : [];
  });
}

export interface HeadingLine extends Context {
  /** No visit stands above it */
  readonly isAtTop: boolean;
}

/** Of a line without one: the day, the time that stayed free, the title. */
export function cellsOfHeading(line: Line, heading: HeadingLine): number[] {
  return filledIn(line).flatMap((cell) => (isHeading(cell.text, cell.at, heading) ? cellIds(line, cell.at) : []));
}

function isHeading(text: string, at: number, { columns, today, isAtTop }: HeadingLine): boolean {
  const column = columns[at] ?? null;
  if (column === "number" || column === "queue") return true;
  if ((column === "time" || column === "until" || column === null) && readTime(text) !== null) return true;
  return saysDay(text, today) || isWordOfDiary(text) || (isAtTop && isTitle(text));
}

const TITLES =
  /^(?:ΚΕΠ|ΡΑΝΤΕΒΟΥ|ΗΜΕΡΟΛΟΓΙΟ|ΠΡΟΓΡΑΜΜΑ|ΔΗΜΟΣ|ΔΗΜΟΥ|ΕΒΔΟΜΑΔΑ|ΛΙΣΤΑ|ΚΑΤΑΣΤΑΣΗ|ΜΗΝΑΣ|ΕΤΟΣ|ΠΟΛΙΤΩΝ|ΠΟΛΙΤΕΣ|ΥΠΗΡΕΣΙΑ|ΕΞΥΠΗΡΕΤΗΣΗΣ?)$/;

/** «Ραντεβού του ΚΕΠ», «Πρόγραμμα Δεκεμβρίου 2026»; a telephone within would be somebody's. */
function isTitle(text: string): boolean {
  const words: string[] = fold(text.slice(0, 80)).match(/\p{L}+/gu) ?? [];
  const digits = text.replace(/\D/g, "").length;
  return digits < 9 && words.some((word) => TITLES.test(word) || monthOf(word) !== null);
}

const filledIn = ({ cells }: Line) => cells.flatMap((text, at) => (isFilled(text) ? [{ text, at }] : []));

/** With a letter or a digit */
const isFilled = (text: string): boolean => /[\p{L}\d]/u.test(text);

export interface UnreadCell {
  readonly id: number;
  /** «D7» */
  readonly label: string;
  /** In which it stands, from 1 */
  readonly line: number;
  readonly text: string;
}

/** Every filled cell of the sheet that nobody read. */
export function unreadCells(lines: readonly Line[], claimed: ReadonlySet<number>): UnreadCell[] {
  return lines.flatMap((line) =>
    filledIn(line).flatMap(({ text, at }) => {
      const id = cellNumber(line.row, at);
      return claimed.has(id) ? [] : [{ id, label: rowLabel(id), line: line.row, text }];
    }),
  );
}
