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
/** @param needed columns that a file must have; what the first of them names is named once */
export function checkedRows<Values extends object>(
  table: FileTable,
  schema: z.ZodObject & z.ZodType<Values>,
  needed: readonly [keyof Values & string, ...string[]],
): CheckedRows<Values> {
  const faults = columnFaults(table, Object.keys(schema.shape), needed);
  if (faults.length > 0) return { rows: [], faults };
  const checked = table.rows.map((row) => ({ row, result: schema.safeParse({ ...blank(needed), ...row.cells }) }));
  const rows = checked.flatMap(({ row, result }) => (result.success ? [{ line: row.line, values: result.data }] : []));
  const wrong = checked.flatMap(({ row, result }) => (result.success ? [] : rowFaults(row, result.error)));
  return { rows, faults: [...wrong, ...repeated(rows, needed[0])] };
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

function repeated<Values extends object>(rows: readonly CheckedRow<Values>[], column: keyof Values & string): Fault[] {
  const first = new Map<unknown, number>();
  return rows.flatMap(({ line, values }): Fault[] => {
    const value = String(values[column]);
    const earlier = first.get(value);
    if (earlier !== undefined) return [{ line, column, code: "code-twice", values: { value, earlier } }];
    first.set(value, line);
    return [];
  });
}
