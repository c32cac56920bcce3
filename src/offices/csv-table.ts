import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import type { Fault, Faulty, FileRow, FileTable } from "./table-file.ts";

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A header of column names, then rows, divided by comma, semicolon or tab, whichever the header shows. */
export function csvTable(text: string): FileTable | Faulty {
  const lines = linesOf(text);
  if ("code" in lines) return { faults: [lines] };
  const [header, ...body] = lines;
  if (!header) return { faults: [{ code: "file-empty" }] };
  const names = header.cells.map((name) => name.trim());
  const faults = [...headerFaults(names, header.line), ...body.flatMap((line) => lengthFault(line, names.length))];
  if (faults.length > 0) return { faults };
  return { columns: new Map(names.map((name) => [name, header.line])), rows: body.map((line) => rowOf(line, names)) };
}

function linesOf(text: string): Line[] | Fault {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      record_delimiter: "\n",
      max_record_size: 100_000,
    }) as unknown as Record[];
    return records.map(({ record, raw, info }) => ({ line: firstLine(raw, info.lines), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    return { code: "quotes-broken", ...(line > 0 && { line }) };
  }
}

interface Record {
  readonly record: string[];
  readonly raw: string;
  readonly info: InfoRecord;
}

/** The parser counts to a record's end; quoted cells may hold line ends. */
const firstLine = (raw: string, lastLine: number): number => lastLine - (raw.trim().split("\n").length - 1);

function delimiterOf(text: string): string {
  const header = text.trimStart().split("\n", 1)[0] ?? "";
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function headerFaults(names: readonly string[], line: number): Fault[] {
  return names.flatMap((name, at): Fault[] => {
    if (name === "") return [{ line, code: "column-nameless", values: { position: at + 1 } }];
    return names.indexOf(name) < at ? [{ line, column: name, code: "column-twice" }] : [];
  });
}

const lengthFault = ({ line, cells }: Line, expected: number): Fault[] =>
  cells.length === expected ? [] : [{ line, code: "cells-differ", values: { found: cells.length, expected } }];

const rowOf = ({ line, cells }: Line, names: readonly string[]): FileRow => ({
  line,
  cells: Object.fromEntries(names.map((name, at) => [name, cells[at]])),
});
