import { fold } from "../platform/text/fold.ts";
import { weekdaysOf } from "../platform/text/written-date.ts";
import type { Column } from "./contract.ts";
import { looksOf } from "./looks.ts";
import { cellsAt, type Line } from "./read-lines.ts";

export interface Columns {
  readonly columns: readonly (Column | null)[];
  readonly hasHeader: boolean;
  /** All but the heads, which some repeat over every day */
  readonly body: readonly Line[];
}

/** How heads of columns begin, folded; the first that fits counts. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ["email", /^(E-?MAIL|ΗΛΕΚΤΡΟΝΙΚ|MAIL)/],
  ["date", /^(ΗΜΕΡΟΜΗΝΙΑ|ΗΜ\W?ΝΙΑ|ΗΜΕΡΑ|ΗΜΕΡ|DATE|DAY)/],
  ["time", /^(ΩΡΑ|TIME|HOUR|ΕΝΑΡΞΗ)/],
  ["fullName", /^(ΟΝΟΜΑΤΕΠΩΝ|ΟΝΟΜΑ\s?(ΚΑΙ\s)?ΕΠΩΝ|ΕΠΩΝΥΜΟ (ΚΑΙ |& )?ΟΝΟΜΑ|ΠΟΛΙΤΗΣ|ΠΕΛΑΤΗΣ|FULL NAME|ΠΡΟΣΩΠΟ)/],
  ["business", /^(ΕΠΩΝΥΜΙΑ|ΕΠΙΧΕΙΡΗΣ|ΕΤΑΙΡ|COMPANY|BUSINESS)/],
  ["lastName", /^(ΕΠΩΝΥΜΟ|ΕΠΙΘΕΤΟ|SURNAME|LAST)/],
  ["firstName", /^(ΟΝΟΜΑ|FIRST|NAME)/],
  ["phone", /^(ΤΗΛ|ΚΙΝΗΤΟ|ΣΤΑΘΕΡΟ|PHONE|MOBILE|TEL)/],
  ["service", /^(ΥΠΗΡΕΣΙΑ|ΑΙΤΗΜΑ|ΘΕΜΑ|ΣΚΟΠΟΣ|SERVICE)/],
  ["notes", /^(ΣΗΜΕΙΩΣ|ΠΑΡΑΤΗΡΗΣ|ΣΧΟΛΙ|NOTES?)/],
  ["queue", /^(ΟΥΡΑ|ΘΥΡΙΔΑ|QUEUE)/],
];

const SAMPLE = 200;
/** So many lines from the top a title or the day may stand above the heads. */
const TITLES = 5;

/** By the heads when one of the first lines has some, else by what the cells look like. */
export function columnsOf(lines: readonly Line[], today: Temporal.PlainDate): Columns {
  const head = lines.slice(0, TITLES).find(({ cells }) => areHeads(cells.map(columnOfHead)));
  if (!head) return { columns: guessed(lines, today), hasHeader: false, body: lines };
  const named = firstOfEach(head.cells.map(columnOfHead));
  const hasSurname = named.includes("lastName");
  const columns = named.map((column) => (column === "firstName" && !hasSurname ? "fullName" : column));
  const heads = head.cells.join("\t");
  return { columns, hasHeader: true, body: lines.filter(({ cells }) => cells.join("\t") !== heads) };
}

const areHeads = (columns: readonly (Column | null)[]): boolean =>
  (columns.includes("time") || columns.includes("date")) && columns.filter(Boolean).length > 1;

export function columnOfHead(cell: string): Column | null {
  const text = fold(cell).trim();
  return HEADS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Two columns of one meaning: the second is passed over. */
const firstOfEach = (columns: readonly (Column | null)[]): (Column | null)[] =>
  columns.map((column, index) => (columns.indexOf(column) === index ? column : null));

function guessed(lines: readonly Line[], today: Temporal.PlainDate): (Column | null)[] {
  const sample = lines.slice(0, SAMPLE);
  const known = firstOfEach(looksOf(sample, today));
  const words = known.flatMap((column, at) => (column === null && hasNames(cellsAt(sample, at)) ? [at] : []));
  return known.map((column, at) => column ?? nameColumn(words, at, sample));
}

/** Words, but not those of the week: a weekday beside the date is nobody's name. */
const hasNames = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\p{L}{2}/u.test(cell) && weekdaysOf(fold(cell)).length === 0);

/** The first column of words has the name, whole or the surname alone with the first name beside it; the rest are notes. */
function nameColumn(words: readonly number[], at: number, sample: readonly Line[]): Column | null {
  const place = words.indexOf(at);
  if (place === -1) return null;
  const first = cellsAt(sample, words[0] as number);
  const isWhole = words.length === 1 || first.filter((cell) => /\s/.test(cell)).length > first.length / 2;
  const order: readonly Column[] = isWhole
    ? ["fullName", "service", "notes"]
    : ["lastName", "firstName", "service", "notes"];
  return order[place] ?? null;
}
