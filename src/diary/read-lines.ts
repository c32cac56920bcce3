import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../platform/refusal.ts";
import { MAX_ROWS } from "./contract.ts";

export interface Line {
  /** From 1, as an editor counts */
  readonly row: number;
  readonly cells: readonly string[];
  /** As it was written, where the cells were put in another order */
  readonly written?: readonly string[];
  /** The head of a column of which nobody knows whose queue it is */
  readonly unknownColumn?: string;
}

/** What is written in one column. */
export const cellsAt = (lines: readonly Line[], at: number): string[] =>
  lines.map(({ cells }) => cells[at] ?? "").filter((cell) => cell !== "");

/**
 * The rows of pasted cells (divided by tabs) or of a CSV file (by semicolons or commas); empty ones are passed over.
 * @throws Refusal 422 when it is no table, or longer than can be brought in at once
 */
export function linesOf(text: string): Line[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  requireTable(plain);
  requireFewLines(plain);
  const lines = parsed(plain).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (lines.length === 0) throw new Refusal(422, "diary-empty");
  requireFewRows(lines);
  return lines;
}

/** @throws Refusal 422 for more than can be brought in at once */
export function requireFewRows({ length }: readonly Line[]): void {
  if (length > MAX_ROWS) throw new Refusal(422, "diary-too-long", { values: { rows: length, max: MAX_ROWS } });
}

/** Empty lines among them: more than these are no diary, and would take seconds to read. */
const MOST_LINES = 5 * MAX_ROWS;
/** No diary has more columns. */
const MOST_CELLS = 50;

/** Bytes that were no text, or a page of the web: somebody chose another kind of file. */
function requireTable(text: string): void {
  const isBinary = /\p{Cc}/u.test(text.replace(/\s/g, "")) || /^(PK|%PDF)/.test(text);
  if (isBinary) throw new Refusal(422, "diary-not-text");
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw new Refusal(422, "diary-is-page");
  if (/\ufffd{2}/.test(text)) throw new Refusal(422, "diary-damaged");
}

function requireFewLines(text: string): void {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  if (count > MOST_LINES) throw new Refusal(422, "diary-too-long", { values: { rows: count, max: MAX_ROWS } });
}

function parsed(text: string): Line[] {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      // Cells pasted from a spreadsheet have quotes only around line ends; a stray one in a name is a letter.
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      record_delimiter: "\n",
      max_record_size: 20_000,
    }) as string[][];
    return records.map((cells, index) => ({ row: index + 1, cells: cells.slice(0, MOST_CELLS) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(422, "diary-quotes", { values: { row: Number(error.records) + 1 } });
  }
}

const MARKS = ["\t", ";", ","];
const LOOKED_AT = 4_000;
const MOST = 0.5;

/** Tabs where most lines have one, whatever else their cells hold; then semicolons; else what divides most. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const isIn = (mark: string) => lines.filter((line) => line.includes(mark)).length > lines.length * MOST;
  const count = (mark: string) => lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0);
  return MARKS.find(isIn) ?? MARKS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
