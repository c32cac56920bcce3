/** Both ends included, from 0 */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** What is merged over several rows, written in each of them: a day over its visits, a visit over two times. Pure. */
export function fillDown(rows: readonly (readonly string[])[], merges: readonly Merge[]): string[][] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow } of merges) {
    const text = filled[startRow]?.[startCol] ?? "";
    if (text === "") continue;
    for (const row of filled.slice(startRow + 1, endRow + 1)) put(row, startCol, text);
  }
  return filled;
}

function put(row: string[], column: number, text: string): void {
  while (row.length < column) row.push("");
  row[column] = text;
}
