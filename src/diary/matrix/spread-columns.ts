import { fold } from "../../platform/text/fold.ts";
import type { Column } from "../contract.ts";
import { isWordOfDiary } from "../day-of-line.ts";
import { cellIds, cellsAt, type Line } from "../layout/line.ts";
import type { FoldedService } from "../names/service-of-cell.ts";
import { readDay, readTime } from "../read-cells.ts";
import { type ColumnHead, type HeadRow, type HeadTerms, headRowOf, meaningsOf } from "./heads.ts";
import { cellNumber } from "./row-label.ts";
import { visitOfCell } from "./visit-of-cell.ts";

/** A diary with a column for each day or queue, as one line for each visit. Pure. */

interface Spread {
  readonly lines: readonly Line[];
  readonly columns: readonly (Column | null)[];
  /** All rows of heads: each week has its own */
  readonly headRows: readonly HeadRow[];
  /** The cells of these */
  readonly headings: readonly number[];
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
  const untimed: number[] = [];
  const spread = lines.flatMap((line) => {
    const heads = line === start.line ? start.heads : headsAgain(line, terms);
    if (heads) headRows.push(heads);
    const current = headRows.at(-1);
    if (heads) return saysDay(heads.corner, terms) ? [heading(line, 0)] : [];
    if (current) untimed.push(...wordsOfDiary(line, current));
    return current
      ? visitsOf(line, current, terms)
      : [
          heading(
            line,
            line.cells.findIndex((text) => text !== ""),
          ),
        ];
  });
  return {
    lines: spread,
    columns: COLUMNS,
    headRows,
    headings: [...headRows.flatMap(({ cells }) => cells), ...untimed],
  };
}

/** The times, though nobody has them, and what is written where nobody comes. */
const wordsOfDiary = (line: Line, { timeColumn, dateColumn }: HeadRow): number[] =>
  line.cells.flatMap((text, at) => {
    const isTime = at === timeColumn && readTime(text) !== null;
    return isTime || at === dateColumn || (text !== "" && (isNobody(text) || isWordOfDiary(text)))
      ? [cellNumber(line.row, at)]
      : [];
  });

/** The first line whose heads say that it is so; else the one whose columns are full of whole names. */
function startOf(lines: readonly Line[], terms: SpreadTerms): { readonly line: Line; readonly heads: HeadRow } | null {
  const rows = lines.slice(0, TITLES).flatMap((line, at) => {
    const heads = headRowOf(line, terms);
    return heads && hasTimes(lines.slice(at + 1), heads.timeColumn) && !areTheirOwn(heads, lines.slice(at + 1))
      ? [{ line, heads, below: lines.slice(at + 1) }]
      : [];
  });
  return (
    rows.find(({ heads }) => meaningsOf(heads) > 1) ??
    rows.find(({ heads, below }) => heads.isNamed && heads.heads.filter((head) => isOfNames(head, below)).length > 1) ??
    null
  );
}

/** Days with times of their own stand over blocks of columns. */
const areTheirOwn = ({ heads }: HeadRow, below: readonly Line[]): boolean =>
  heads.some(({ column }) => hasTimes(below, column));

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

const heading = (line: Line, at: number): Line => ({
  row: line.row,
  cells: [...COLUMNS.slice(1).map(() => ""), line.cells[at] ?? ""],
  ids: [...COLUMNS.slice(1).map(() => []), cellIds(line, at)],
});

function visitsOf(line: Line, { kind, timeColumn, dateColumn, heads }: HeadRow, terms: SpreadTerms): Line[] {
  const filled = line.cells.filter((text) => text !== "");
  const [only = ""] = filled;
  const isOverVisits = filled.length === 1 && (line.cells[0] !== "" || saysDay(only, terms));
  if (isOverVisits) return readTime(only) === null ? [heading(line, line.cells.indexOf(only))] : [];
  const [time = "", ownDate = ""] = [line.cells[timeColumn], line.cells[dateColumn]];
  return heads.flatMap((head) => {
    const parts = [{ at: head.column, role: null }, ...head.beside].map((part) => ({
      ...part,
      text: line.cells[part.at] ?? "",
    }));
    const said = parts.filter(({ text }) => !isNobody(text));
    if (head.isLeftOut || said.length === 0) return [];
    const of = (role: Column | null) => said.flatMap((part) => (part.role === role ? [part.text] : [])).join("\n");
    const { name, service, notes } = visitOfCell([of(null), of("phone")].filter(Boolean).join("\n"), terms.services);
    const date = kind === "days" ? (head.date?.toString() ?? head.written) : ownDate;
    const queue = kind === "days" ? "" : (head.queue?.toString() ?? "");
    const ids = said.map(({ at }) => cellNumber(line.row, at));
    const more = [notes, of("notes"), of("email")].filter(Boolean).join(", ");
    return [
      {
        row: cellNumber(line.row, head.column),
        cells: [date, time, name, queue, [service, of("service")].filter(Boolean).join(", "), more, ""],
        ids: [ids, [cellNumber(line.row, timeColumn)], ids, ids, ids, ids, []],
        written: [
          kind === "days" ? head.written : ownDate,
          time,
          said.map(({ text }) => text).join(", "),
          kind === "days" ? "" : head.written,
        ],
        ...(kind === "queues" && head.queue === null && { unknownColumn: head.written }),
      },
    ];
  });
}

const NOBODY = /^(ΔΙΑΛΕΙΜΜΑ|ΚΕΝΟ|ΕΛΕΥΘΕΡΟ|ΕΛΕΥΘΕΡΗ|ΚΛΕΙΣΤΟ|ΚΛΕΙΣΤΑ|ΑΡΓΙΑ|ΑΔΕΙΑ|ΡΕΠΟ|X|Χ)$/;

/** Nothing, a dash, or a word for a time that nobody has. */
const isNobody = (text: string): boolean =>
  !/[\p{L}\d]/u.test(text) || NOBODY.test(fold(text).replace(/[^\p{L}]/gu, ""));
