/** Of a diary with a visit in each cell, its rows are numbered by their cells. Pure, browser-safe. */

const FIRST = 1_000_000;
/** Of two people in one cell the second */
const PART = 10_000_000;
/** A sheet's width at most */
export const MOST_CELLS = 50;

export const cellNumber = (line: number, column: number): number => FIRST + line * MOST_CELLS + column;

/** The number of the nth of several people who share a row or cell */
export const partNumber = (row: number, part: number): number => row + part * PART;

/** «12», or «C12» as a spreadsheet names a cell; «12·2» for the second person there */
export function rowLabel(row: number): string {
  if (row >= PART) return `${rowLabel(row % PART)}·${Math.floor(row / PART) + 1}`;
  if (row < FIRST) return String(row);
  return columnLetters((row - FIRST) % MOST_CELLS) + lineOfRow(row);
}

/** Where it stands, from 1 */
export function lineOfRow(row: number): number {
  const whole = row % PART;
  return whole < FIRST ? whole : Math.floor((whole - FIRST) / MOST_CELLS);
}

/** From 0: A to AX */
export const columnLetters = (column: number): string =>
  [Math.floor(column / 26) - 1, column % 26]
    .filter((at) => at >= 0)
    .map((at) => String.fromCharCode(65 + at))
    .join("");
