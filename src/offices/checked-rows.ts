import type { z } from "zod";
import type { Fault, Faulty, FileRow, FileTable } from "./table-file.ts";

export interface CheckedRow<Values> {
  readonly line: number;
  readonly values: Values;
}

export interface CheckedRows<Values> extends Faulty {
  readonly rows: readonly CheckedRow<Values>[];
}

/** Every row against the schema of its columns; with wrong columns no row is looked at, or each would say the same. */
export function checkedRows<Values extends { code: string }>(
  table: FileTable,
  schema: z.ZodObject & z.ZodType<Values>,
  needed: readonly string[],
): CheckedRows<Values> {
  const faults = columnFaults(table, Object.keys(schema.shape), needed);
  if (faults.length > 0) return { rows: [], faults };
  const checked = table.rows.map((row) => ({ row, result: schema.safeParse({ ...blank(needed), ...row.cells }) }));
  const rows = checked.flatMap(({ row, result }) => (result.success ? [{ line: row.line, values: result.data }] : []));
  const wrong = checked.flatMap(({ row, result }) => (result.success ? [] : rowFaults(row, result.error)));
  return { rows, faults: [...wrong, ...repeated(rows)] };
}

const blank = (needed: readonly string[]) => Object.fromEntries(needed.map((name) => [name, null]));

function columnFaults(table: FileTable, known: readonly string[], needed: readonly string[]): Fault[] {
  const unknown = [...table.columns].filter(([name]) => !known.includes(name));
  const missing = needed.filter((name) => !table.columns.has(name));
  return [
    ...unknown.map(([column, line]) => ({ line, column, code: "column-unknown", values: { known: known.join(", ") } })),
    ...missing.map((column) => ({ column, code: "column-missing" })),
  ];
}

const rowFaults = ({ line, cells }: FileRow, error: z.ZodError): Fault[] =>
  error.issues.map((issue) => {
    const column = String(issue.path[0]);
    const given = { value: String(cells[column] ?? "") };
    return {
      line,
      column,
      code: issue.message,
      values: issue.code === "custom" ? { ...given, ...issue.params } : given,
    };
  });

function repeated<Values extends { code: string }>(rows: readonly CheckedRow<Values>[]): Fault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, values: { code } }): Fault[] => {
    const earlier = first.get(code);
    if (earlier !== undefined) return [{ line, column: "code", code: "code-twice", values: { value: code, earlier } }];
    first.set(code, line);
    return [];
  });
}
