import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../platform/refusal.ts";
import { MAX_ROWS } from "../contract.ts";
import { MOST_CELLS } from "../matrix/row-label.ts";
import type { Line } from "./line.ts";
import { withSafeQuotes } from "./quotes.ts";
import { areWordLines } from "./word-lines.ts";

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
  if (areWordLines(text)) return text.split("\n").map((line, index) => ({ row: index + 1, cells: [line.trim()] }));
  const delimiter = delimiterOf(text);
  try {
    const records = parse(withSafeQuotes(text, delimiter), {
      delimiter,
      // Cells pasted from a spreadsheet have quotes only around line ends; a stray one in a name is a letter.
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      record_delimiter: "\n",
      max_record_size: 20_000,
    }) as string[][];
    return records.map((cells, index) => ({ row: index + 1, cells: narrow(cells, index + 1) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(422, "diary-quotes", { values: { row: Number(error.records) + 1 } });
  }
}

/** No diary has more columns: rather than leave some of them out, it says so. */
function narrow(cells: readonly string[], row: number): string[] {
  const width = cells.findLastIndex((text) => text !== "") + 1;
  if (width > MOST_CELLS) throw new Refusal(422, "diary-too-wide", { values: { row, max: MOST_CELLS } });
  return cells.slice(0, width);
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
