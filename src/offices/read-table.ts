import { csvTable } from "./csv-table.ts";
import { textOfBytes } from "./file-text.ts";
import { jsonTable } from "./json-table.ts";
import { type Faulty, type FileTable, isFaulty } from "./table-file.ts";

/** A CSV or a JSON list, told apart by what is in the file and not by its name. Pure. */
export function readTable(bytes: Uint8Array): FileTable | Faulty {
  const text = textOfBytes(bytes);
  if (typeof text !== "string") return { faults: [text] };
  const table = /^\s*[[{]/.test(text) ? jsonTable(text) : csvTable(text);
  if (isFaulty(table) || table.rows.length > 0) return table;
  return { faults: [{ code: "file-without-rows" }] };
}
