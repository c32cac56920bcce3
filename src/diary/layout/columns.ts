import { fold } from "../../platform/text/fold.ts";
import { weekdaysOf } from "../../platform/text/written-date.ts";
import type { Column } from "../contract.ts";
import { hasFirstName, isWholeName } from "../names/whole-name.ts";
import { readDay, readTime } from "../read-cells.ts";
import { cellsAt, type Line } from "./line.ts";
import { looksOf, timeColumns } from "./looks.ts";

/** How heads of columns begin, folded; the first that fits counts. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ["email", /^(E-?MAIL|ΗΛΕΚΤΡΟΝΙΚ|MAIL)/],
  ["date", /^(ΗΜΕΡΟΜΗΝΙΑ|ΗΜ\W?ΝΙΑ|ΗΜΕΡΑ|ΗΜΕΡ|DATE|DAY)/],
  ["until", /^(ΕΩΣ|ΜΕΧΡΙ|ΛΗΞΗ|ΤΕΛΟΣ|ΩΡΑ ΛΗΞΗΣ|UNTIL|END)/],
  ["time", /^(ΩΡΑ|ΑΠΟ ΩΡΑ|ΑΠΟ$|TIME|HOUR|ΕΝΑΡΞΗ)/],
  ["number", /^(Α[./]?Α\.?|ΑΥΞ\D*|NO\.?|№|#)$/],
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

/** Asked of every line of ten thousand, before each of its cells is looked at closely. */
const MAY_BE_HEAD = /[ωώ]ρα|ημ[εέ/.ν]|απ[οό]|[εέ]ναρξ|time|hour|date|day/iu;

/** A line that names columns. Whoever comes at a time is none, whatever the name. */
export function areHeads({ cells }: Line): boolean {
  if (!cells.some((text) => MAY_BE_HEAD.test(text))) return false;
  const known = cells.map(columnOfHead);
  const isNamed = (known.includes("time") || known.includes("date")) && known.filter(Boolean).length > 1;
  return isNamed && !cells.some((text) => readTime(text) !== null);
}

/** What each column is. Beside times of its own the name of a day is over people. */
export function rolesOfHeads(line: Line, today: Temporal.PlainDate): (Column | null)[] {
  const days = headsWithDays(line, today);
  const roles = line.cells.map((text, at) => (days.includes(at) ? "fullName" : columnOfHead(text)));
  const hasSurname = roles.includes("lastName");
  return roles.map((role) => (role === "firstName" && !hasSurname ? "fullName" : role));
}

/** The columns that are headed by a day, each with its own times. */
export function headsWithDays({ cells }: Line, today: Temporal.PlainDate): number[] {
  const known = cells.map(columnOfHead);
  if (known.filter((role) => role === "time").length < 2) return [];
  return cells.flatMap((text, at) => (known[at] === null && readDay(text, today) ? [at] : []));
}

export function columnOfHead(cell: string): Column | null {
  const text = fold(cell).trim();
  return HEADS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Without heads, by what the cells look like: a second column of times, with people behind it, is another block. */
export function guessedRoles(lines: readonly Line[], today: Temporal.PlainDate): (Column | null)[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length), 0);
  const starts = blockStarts(lines, today);
  return starts.flatMap((from, at) => guessed(between(lines, from, starts[at + 1] ?? width), today));
}

const between = (lines: readonly Line[], from: number, to: number): Line[] =>
  lines
    .map((line) => ({ ...line, cells: line.cells.slice(from, to) }))
    .filter(({ cells }) => cells.some((text) => text !== ""));

function blockStarts(lines: readonly Line[], today: Temporal.PlainDate): number[] {
  const sample = lines.slice(0, SAMPLE);
  const times = timeColumns(sample, today);
  const hasPeople = (from: number, to: number | undefined) =>
    between(sample, from, to ?? Number.POSITIVE_INFINITY).some(({ cells }) => hasNames(cells));
  const isBlock = times.every((from, at) => hasPeople(from + 1, times[at + 1]));
  return times.length > 1 && isBlock ? [0, ...times.slice(1)] : [0];
}

function guessed(lines: readonly Line[], today: Temporal.PlainDate): (Column | null)[] {
  const sample = lines.slice(0, SAMPLE);
  if (sample.length === 0) return [];
  const known = looksOf(sample, today);
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
  if (isWhole && place > 0 && areOthersNames(cellsAt(sample, at))) return "fullName";
  const others = words.slice(1).filter((column) => !isWhole || !areOthersNames(cellsAt(sample, column)));
  const order: readonly Column[] = isWhole ? ["fullName"] : ["lastName", "firstName"];
  if (place < order.length) return order[place] ?? null;
  return (["service", "notes"] as const)[others.indexOf(at) - (order.length - 1)] ?? null;
}

/** Whole names of which every third or more has a first name that is known: a second person stands in each line. */
function areOthersNames(cells: readonly string[]): boolean {
  const names = cells.filter(isWholeName);
  return names.length > cells.length / 2 && names.filter(hasFirstName).length * 3 >= names.length;
}
