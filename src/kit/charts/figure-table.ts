import { csvText } from "../../platform/text/csv.ts";

/** What a figure shows, row by row: the table of the page and the file for spreadsheets are of the same. Pure. */
export interface FigureTable {
  readonly title: string;
  /** The first one is of the names of rows; units stand here, not in the cells */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** null: not recorded, which is not zero */
export type FigureCell = string | number | null;

/**
 * All tables in one file, a line for each cell, so that any program reads it as it is.
 * @param head names of its four columns: table, row, column, value. What was not recorded has no value
 */
export function figuresCsv(tables: readonly FigureTable[], head: readonly string[]): string {
  const lines = tables.flatMap(({ title, columns, rows }) =>
    rows.flatMap(([name, ...cells]) =>
      cells.map((cell, index) => [title, name ?? "", columns[index + 1] ?? "", cell ?? ""].map(withPlainSpaces)),
    ),
  );
  return csvText([head, ...lines]);
}

/** Whoever looks for a row types a plain one. */
const withPlainSpaces = (cell: string | number) => (typeof cell === "string" ? cell.replaceAll("\u00a0", " ") : cell);
