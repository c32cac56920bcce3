/** Cells of a copied table that are merged over several rows, of which the plain text keeps only the first. */

interface TableCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The copied table as text with what is merged written in each of its rows, so that a long visit and a day over several
 * visits are not lost; null where nothing is, and the plain text says it all.
 */
export function textOfMerged(html: string): string | null {
  const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
  if (!rows.some((row) => [...row.cells].some(({ rowSpan }) => rowSpan > 1))) return null;
  return spreadOut(
    rows.map((row) =>
      [...row.cells].map((cell) => ({ text: wordsOf(cell), rows: cell.rowSpan, columns: cell.colSpan })),
    ),
  );
}

const LINE_END = "\u2028";

function wordsOf(cell: HTMLTableCellElement): string {
  for (const lineEnd of cell.querySelectorAll("br")) lineEnd.replaceWith(LINE_END);
  return cell.textContent
    .replace(/[^\S\u2028]+/g, " ")
    .replaceAll(LINE_END, "\n")
    .trim();
}

/** Pure. Beside a cell that is merged over columns the others are empty. */
export function spreadOut(table: readonly (readonly TableCell[])[]): string {
  const lines: string[][] = table.map(() => []);
  for (const [at, cells] of table.entries()) {
    for (const cell of cells) {
      const column = firstFree(lines[at] ?? []);
      for (const line of lines.slice(at, at + cell.rows)) write(line, column, cell);
    }
  }
  return written(lines);
}

/** Cells as they are pasted: a text that has line ends or quotes of its own stands in quotes. */
export const written = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => Array.from(line, (text = "") => quoted(text)).join("\t")).join("\n");

/** Those of rows above may reach down into this one. */
function firstFree(line: readonly string[]): number {
  let column = 0;
  while (line[column] !== undefined) column += 1;
  return column;
}

function write(line: string[], column: number, { text, columns }: TableCell): void {
  for (let next = 0; next < columns; next++) line[column + next] = next === 0 ? text : "";
}

const quoted = (text: string): string => {
  const plain = text.replaceAll("\t", " ");
  return /\n|^"/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
