import { fold } from "../../platform/text/fold.ts";
import type { Column } from "../contract.ts";
import { readDay, readTime } from "../read-cells.ts";
import { cellsAt, type Line } from "../read-lines.ts";
import type { FoldedService } from "../service-of-cell.ts";
import { type ColumnHead, type HeadRow, type HeadTerms, headRowOf, meaningsOf } from "./heads.ts";
import { cellNumber } from "./row-label.ts";
import { visitOfCell } from "./visit-of-cell.ts";

/** A diary with a column for each day or queue, as one line for each visit. Pure. */

interface Spread {
  readonly lines: readonly Line[];
  readonly columns: readonly (Column | null)[];
  /** All rows of heads: each week has its own */
  readonly headRows: readonly HeadRow[];
}

interface SpreadTerms extends HeadTerms {
  readonly services: readonly FoldedService[];
}

/** The last one is for what stands over visits */
const COLUMNS: readonly (Column | null)[] = ["date", "time", "fullName", "queue", "service", "notes", null];
/** So many lines from the top titles may stand above the heads. */
const TITLES = 8;
/** The share of times in their column */
const MOST = 0.5;

/** Null: it has a line for each visit. */
export function spreadColumns(lines: readonly Line[], terms: SpreadTerms): Spread | null {
  const start = startOf(lines, terms);
  if (!start) return null;
  const headRows: HeadRow[] = [];
  const spread = lines.flatMap((line) => {
    const heads = line === start.line ? start.heads : headsAgain(line, terms);
    if (heads) headRows.push(heads);
    const current = headRows.at(-1);
    if (heads) return saysDay(heads.corner, terms) ? [heading(line, heads.corner)] : [];
    return current ? visitsOf(line, current, terms) : [heading(line, line.cells.find((text) => text !== "") ?? "")];
  });
  return { lines: spread, columns: COLUMNS, headRows };
}

/** The first line whose heads say that it is so; else the one whose columns are full of whole names. */
function startOf(lines: readonly Line[], terms: SpreadTerms): { readonly line: Line; readonly heads: HeadRow } | null {
  const rows = lines.slice(0, TITLES).flatMap((line, at) => {
    const heads = headRowOf(line, terms);
    return heads && hasTimes(lines.slice(at + 1), heads.timeColumn)
      ? [{ line, heads, below: lines.slice(at + 1) }]
      : [];
  });
  return (
    rows.find(({ heads }) => meaningsOf(heads) > 1) ??
    rows.find(({ heads, below }) => heads.isNamed && heads.heads.filter((head) => isOfNames(head, below)).length > 1) ??
    null
  );
}

const headsAgain = (line: Line, terms: SpreadTerms): HeadRow | null => {
  const heads = headRowOf(line, terms);
  return heads && meaningsOf(heads) > 1 ? heads : null;
};

/** Surname and first name in each of two columns: they are of two people. */
function isOfNames({ column }: ColumnHead, lines: readonly Line[]): boolean {
  const cells = cellsAt(lines, column);
  const whole = cells.filter((cell) => /^\p{Lu}[\p{L}.-]+,? \p{Lu}[\p{L}.]/u.test(cell));
  return whole.length > 0 && whole.length >= cells.length * MOST;
}

function hasTimes(lines: readonly Line[], column: number): boolean {
  const cells = cellsAt(lines, column);
  return cells.length > 0 && cells.filter((cell) => readTime(cell) !== null).length >= cells.length * MOST;
}

const saysDay = (text: string, { today }: HeadTerms): boolean => readDay(text, today) !== null;

const heading = ({ row }: Line, text: string): Line => ({ row, cells: [...COLUMNS.slice(1).map(() => ""), text] });

function visitsOf(line: Line, { kind, timeColumn, dateColumn, heads }: HeadRow, terms: SpreadTerms): Line[] {
  const filled = line.cells.filter((text) => text !== "");
  const [only = ""] = filled;
  const isOverVisits = filled.length === 1 && (line.cells[0] !== "" || saysDay(only, terms));
  if (isOverVisits) return readTime(only) === null ? [heading(line, only)] : [];
  const [time = "", ownDate = ""] = [line.cells[timeColumn], line.cells[dateColumn]];
  return heads.flatMap((head) => {
    const text = line.cells[head.column] ?? "";
    if (head.isLeftOut || isNobody(text)) return [];
    const { name, service, notes } = visitOfCell(text, terms.services);
    const date = kind === "days" ? (head.date?.toString() ?? head.written) : ownDate;
    const queue = kind === "days" ? "" : (head.queue?.toString() ?? "");
    return [
      {
        row: cellNumber(line.row, head.column),
        cells: [date, time, name, queue, service, notes, ""],
        written: [kind === "days" ? head.written : ownDate, time, text, kind === "days" ? "" : head.written],
        ...(kind === "queues" && head.queue === null && { unknownColumn: head.written }),
      },
    ];
  });
}

const NOBODY = /^(ΔΙΑΛΕΙΜΜΑ|ΚΕΝΟ|ΕΛΕΥΘΕΡΟ|ΕΛΕΥΘΕΡΗ|ΚΛΕΙΣΤΟ|ΚΛΕΙΣΤΑ|ΑΡΓΙΑ|ΑΔΕΙΑ|ΡΕΠΟ|X|Χ)$/;

/** Nothing, a dash, or a word for a time that nobody has. */
const isNobody = (text: string): boolean =>
  !/[\p{L}\d]/u.test(text) || NOBODY.test(fold(text).replace(/[^\p{L}]/gu, ""));
