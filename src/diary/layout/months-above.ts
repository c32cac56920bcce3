import { fold } from "../../platform/text/fold.ts";
import { monthOf, weekdaysOf } from "../../platform/text/written-date.ts";
import { cellNumber } from "../matrix/row-label.ts";
import type { Line } from "./line.ts";

/** «ΔΕΚΕΜΒΡΙΟΣ 2026» above «ΔΕΥΤΕΡΑ 7»: the days in full, so that they are read like any other. Pure. */

interface Dated {
  readonly lines: readonly Line[];
  /** The cells that say the month */
  readonly headings: readonly number[];
}

interface Month {
  readonly month: number;
  readonly year: string | null;
}

/** A title stands alone, or beside another. */
const MOST_IN_TITLE = 2;

export function withMonths(lines: readonly Line[]): Dated {
  const headings: number[] = [];
  let above: Month | null = null;
  const dated = lines.map((line) => {
    const isTitle = line.cells.filter((text) => text !== "").length <= MOST_IN_TITLE;
    if (!isTitle && above === null) return line;
    const cells = line.cells.map((text, at) => {
      const month = isTitle ? monthIn(text) : null;
      if (month) headings.push(cellNumber(line.row, at));
      above = month ?? above;
      return above ? inFull(text, above) : text;
    });
    return { ...line, cells };
  });
  return { lines: dated, headings };
}

/** A name is longer, and has no month in it. */
const LONGEST = 60;
const AROUND = ["ΡΑΝΤΕΒΟΥ", "ΠΡΟΓΡΑΜΜΑ", "ΗΜΕΡΟΛΟΓΙΟ", "ΜΗΝΑΣ", "ΜΗΝΟΣ", "ΤΟΥ", "ΓΙΑ", "ΚΕΠ", "ΕΤΟΥΣ", "ΤΟΝ"];

/** Null: it says another thing, or a day. */
function monthIn(cell: string): Month | null {
  const text = fold(cell.slice(0, LONGEST));
  const words: string[] = text.match(/\p{L}+/gu) ?? [];
  const months = words.flatMap((word) => monthOf(word) ?? []);
  const [month, ...others] = months;
  const isMonth = month !== undefined && others.length === 0 && words.some((word) => word.length > 3);
  if (!isMonth || words.some((word) => monthOf(word) === null && !AROUND.includes(word))) return null;
  const numbers = text.match(/\d+/g) ?? [];
  const [year = null] = numbers;
  return numbers.length === 0 || (numbers.length === 1 && /^20\d{2}$/.test(year ?? "")) ? { month, year } : null;
}

function inFull(cell: string, { month, year }: Month): string {
  const text = fold(cell.slice(0, LONGEST)).trim();
  const [, before, after, ahead, behind] = DAY_ALONE.exec(text) ?? [];
  const [weekday = "", day = ""] = [before ?? behind, after ?? ahead];
  if (day === "" || weekday.length < 2 || weekdaysOf(weekday.replace(/Σ$/, "")).length === 0) return cell;
  return [`${weekday} ${day}/${month}`, year].filter(Boolean).join("/");
}

const DAY_ALONE = /^(?:(\p{L}+)[.,]? ?(\d{1,2})Η?|(\d{1,2})Η?[.,]? (\p{L}+)\.?)$/u;
