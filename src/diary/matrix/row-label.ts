/** Of a diary with a visit in each cell, its rows are numbered by their cells. Pure, browser-safe. */

const FIRST = 1_000_000;
const COLUMNS = 50;

export const cellNumber = (line: number, column: number): number => FIRST + line * COLUMNS + column;

/** «12», or «C12» as a spreadsheet names a cell */
export function rowLabel(row: number): string {
  if (row < FIRST) return String(row);
  const column = (row - FIRST) % COLUMNS;
  const letters = [Math.floor(column / 26) - 1, column % 26].filter((at) => at >= 0);
  return letters.map((at) => String.fromCharCode(65 + at)).join("") + Math.floor((row - FIRST) / COLUMNS);
}
