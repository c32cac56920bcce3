/** Spreadsheets take a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\r\n]/;
/** By which they know that the letters are UTF-8 */
const BOM = "\ufeff";

/** Rows for a spreadsheet: semicolons between, as Greek ones expect, and no text in it that would be calculated. */
export const csvText = (rows: readonly CsvRow[]): string => BOM + csvLines(rows);

type CsvRow = readonly (string | number)[];

/** Those that come after the first ones, of a file that is made in parts. */
export const csvLines = (rows: readonly CsvRow[]): string =>
  rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");

function cell(text: string | number): string {
  if (typeof text === "number") return String(text);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
