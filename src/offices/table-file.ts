import { csvTable } from "./csv-table.ts";
import { textOfBytes } from "./file-text.ts";
import { jsonTable } from "./json-table.ts";

/** A file of rows as it came: a CSV or a JSON list, told apart by what is in it and not by its name. Pure. */

export interface FileTable {
  /** Every column that occurs, with the line where it does first */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly FileRow[];
}

export interface FileRow {
  /** Line of the file, from 1, where the row begins */
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** What is wrong, and where; without a line it concerns the whole file. The code has words in the catalogue. */
export interface Fault {
  readonly line?: number;
  readonly column?: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Faulty {
  readonly faults: readonly Fault[];
}

export const isFaulty = (result: object): result is Faulty => "faults" in result;

export function readTable(bytes: Uint8Array): FileTable | Faulty {
  const text = textOfBytes(bytes);
  if (typeof text !== "string") return { faults: [text] };
  const table = /^\s*[[{]/.test(text) ? jsonTable(text) : csvTable(text);
  if (isFaulty(table) || table.rows.length > 0) return table;
  return { faults: [{ code: "file-without-rows" }] };
}
