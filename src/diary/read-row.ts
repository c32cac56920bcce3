import { setImmediate as breathe } from "node:timers/promises";
import { areLikelySwapped, inOneAlphabet } from "../appointments/name-rules.ts";
import { fieldErrors } from "../appointments/rules.ts";
import type { FieldError } from "../platform/refusal.ts";
import { fold } from "../platform/text/fold.ts";
import { tidy } from "../platform/text/names.ts";
import type { Column, Correction, DiaryRow } from "./contract.ts";
import { type Names, readDate, readFullName, readTime } from "./read-cells.ts";
import type { Line } from "./read-lines.ts";
import { readPhones } from "./read-phones.ts";

/** What one row of the diary says, and what of it can't be read. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly date: Temporal.PlainDate | null;
  readonly time: string | null;
  readonly queue: number | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly business: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly service: string;
  readonly notes: string | null;
  readonly isLeftOut: boolean;
  readonly hints: DiaryRow["hints"];
  readonly errors: readonly FieldError[];
}

export interface ServiceName {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface Reading {
  readonly columns: readonly (Column | null)[];
  readonly corrections: Readonly<Record<string, Correction>>;
  readonly services: readonly ServiceName[];
  readonly usualService: string;
  readonly today: Temporal.PlainDate;
}

/** What a line has to say besides when: without any of it nobody comes, it is a heading or a time that stayed free. */
const OF_A_VISIT = [
  ...["lastName", "firstName", "fullName", "business"],
  ...["phone", "email", "service", "notes"],
] as readonly Column[];

/** So many rows are read at a time; then others are served. */
const AT_ONCE = 200;

/** Row by row. A day is often written once, over or beside its first visit: those below have it too. */
export async function readRows(lines: readonly Line[], reading: Reading): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  const services = servicesFolded(reading.services);
  let carried: Temporal.PlainDate | null = null;
  const knowsVisits = OF_A_VISIT.some((column) => reading.columns.includes(column));
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const cell = cellsOf(line, reading.columns);
    const written = dateOfLine(line, cell, reading.today);
    if (written) carried = written;
    const isNone = knowsVisits && !OF_A_VISIT.some((column) => cell[column]);
    if (isNone || (written && isHeading(line))) continue;
    rows.push(readRow(line, cell, carried, { ...reading, services }));
  }
  return rows;
}

type Cells = Readonly<Partial<Record<Column, string>>>;

function cellsOf({ cells }: Line, columns: readonly (Column | null)[]): Cells {
  const pairs = columns.map((column, at) => [column, cells[at] ?? ""] as const);
  return Object.fromEntries(pairs.filter(([column, text]) => column !== null && text !== ""));
}

const dateOfLine = (line: Line, cell: Cells, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  readDate(cell.date ?? (isHeading(line) ? line.cells.find((text) => text !== "") : "") ?? "", today);

/** A single cell: the day's name over its visits. */
const isHeading = ({ cells }: Line): boolean => cells.filter((cell) => cell !== "").length === 1;

interface FoldedReading extends Omit<Reading, "services"> {
  readonly services: readonly FoldedService[];
}

function readRow(
  { row, cells }: Line,
  cell: Cells,
  carried: Temporal.PlainDate | null,
  reading: FoldedReading,
): ReadRow {
  const correction = reading.corrections[row] ?? {};
  const names = namesOf(cell, correction);
  const service = serviceOf(cell.service ?? "", reading);
  const date = dateOfRow(cell, correction, carried, reading.today);
  const time = correction.time ?? readTime(cell.time ?? "");
  const { phone, rest } = readPhones(cell.phone ?? "");
  const contact = { phone: correction.phone ?? phone, email: correction.email ?? cell.email ?? null };
  // What names no service of ours is not lost.
  const notes = [service ? null : cell.service, cell.notes, rest].filter(Boolean).join(" · ") || null;
  const business = cell.business ?? null;
  const { lastName, firstName } = names;
  const isCarried = date !== null && date === carried && !cell.date;
  return {
    ...{ row, cells, date, time, lastName, firstName, business, ...contact, notes },
    queue: correction.queue ?? queueOf(cell.queue),
    service: correction.service ?? service ?? reading.usualService,
    isLeftOut: correction.isLeftOut === true,
    hints: hintsOf(cell, correction, { names, service, isCarried }),
    errors: [
      ...unread("date", date),
      ...unread("time", time),
      ...fieldErrors({ lastName, firstName, ...contact, notes, business: business ? { name: business } : null }),
    ],
  };
}

function dateOfRow(
  { date }: Cells,
  correction: Correction,
  carried: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (correction.date) return Temporal.PlainDate.from(correction.date);
  return date ? readDate(date, today) : carried;
}

const unread = (field: "date" | "time", value: unknown): FieldError[] =>
  value === null ? [{ field, code: `diary-${field}-unread` }] : [];

interface SpottedNames extends Names {
  readonly isRepaired: boolean;
}

function namesOf(cell: Cells, correction: Correction): SpottedNames {
  const whole = cell.fullName ? readFullName(cell.fullName) : { lastName: "", firstName: "" };
  const typed = {
    lastName: tidy(cell.lastName ?? whole.lastName),
    firstName: tidy(cell.firstName ?? whole.firstName),
  };
  const greek = (name: string) => inOneAlphabet(name) ?? name;
  const repaired = { lastName: greek(typed.lastName), firstName: greek(typed.firstName) };
  return {
    lastName: correction.lastName ?? repaired.lastName,
    firstName: correction.firstName ?? repaired.firstName,
    isRepaired: repaired.lastName !== typed.lastName || repaired.firstName !== typed.firstName,
  };
}

interface FoldedService {
  readonly code: string;
  /** Any of these names it in full; the names may also be begun */
  readonly whole: readonly string[];
  readonly names: readonly string[];
}

/** The same few names are compared with every row. */
const servicesFolded = (services: readonly ServiceName[]): FoldedService[] =>
  services.map(({ code, name, shortName }) => {
    const names = [fold(name), fold(shortName)];
    return { code, whole: [fold(code), ...names], names };
  });

/** By its code, or by the beginning of its name, if only one begins so. */
function serviceOf(cell: string, { services }: FoldedReading): string | null {
  const text = fold(cell).trim();
  if (text === "") return null;
  const exact = services.find(({ whole }) => whole.includes(text));
  const beginning = services.filter(({ names }) => names.some((name) => name.startsWith(text)));
  return (exact ?? (beginning.length === 1 ? beginning[0] : undefined))?.code ?? null;
}

function queueOf(cell: string | undefined): number | null {
  const number = Number(/\d{1,2}/.exec(cell ?? "")?.[0] ?? 0);
  return number > 0 ? number : null;
}

interface Found {
  readonly names: SpottedNames;
  readonly service: string | null;
  readonly isCarried: boolean;
}

function hintsOf(cell: Cells, correction: Correction, { names, service, isCarried }: Found): DiaryRow["hints"] {
  const hints: DiaryRow["hints"] = [];
  if (isCarried) hints.push("date-carried-down");
  if (areLikelySwapped(names.lastName, names.firstName)) hints.push("names-swapped");
  if (names.isRepaired) hints.push("letters-repaired");
  if (cell.service && !service && !correction.service) hints.push("service-unread");
  return hints;
}
