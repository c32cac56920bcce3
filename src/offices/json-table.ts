import type { Fault, Faulty, FileRow, FileTable } from "./table-file.ts";

/** A list of objects whose keys are the columns. */
export function jsonTable(text: string): FileTable | Faulty {
  const list = parsed(text);
  if ("code" in list) return { faults: [list] };
  const lines = linesOfElements(text);
  const rows = list.elements.map((element, at) => ({ line: lines[at] ?? 1, cells: element }));
  const faults = rows
    .filter(({ cells }) => !isPlainObject(cells))
    .map(({ line }) => ({ line, code: "json-row-not-object" }));
  if (faults.length > 0) return { faults };
  const columns = new Map<string, number>();
  for (const { line, cells } of rows as FileRow[]) {
    for (const name of Object.keys(cells)) if (!columns.has(name)) columns.set(name, line);
  }
  return { columns, rows: rows as FileRow[] };
}

function parsed(text: string): { elements: unknown[] } | Fault {
  try {
    const elements: unknown = JSON.parse(text);
    return Array.isArray(elements) ? { elements } : { code: "json-not-list" };
  } catch (error) {
    return { code: "json-broken", values: { reason: (error as SyntaxError).message.replaceAll("\n", " ") } };
  }
}

const isPlainObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lines where the elements of a well-formed list begin: the first thing after its bracket and after each of its commas. */
function linesOfElements(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let expected = false;
  for (const [token] of text.matchAll(/\n|"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s[\]{},"]+/g)) {
    if (token === "\n") {
      line += 1;
      continue;
    }
    if (expected && token !== "]") lines.push(line);
    expected = (depth === 0 && token === "[") || (depth === 1 && token === ",");
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
  }
  return lines;
}
