import { setImmediate as breathe } from "node:timers/promises";
import { areLikelySwapped } from "../appointments/names/name-rules.ts";
import { fieldErrors } from "../appointments/rules.ts";
import type { FieldError } from "../platform/refusal.ts";
import { cancelledBy, cancelledByRemark } from "./cancelled.ts";
import type { Column, Correction, DiaryRow } from "./contract.ts";
import { type Cells, cellsOf, type DayOfLine, dayOfLine, hasVisit, knowsVisits } from "./day-of-line.ts";
import { rowLabel } from "./matrix/row-label.ts";
import { personOf, type RowPerson } from "./person-of-row.ts";
import { readSpan } from "./read-cells.ts";
import type { Line } from "./read-lines.ts";
import { type FoldedService, type ServiceName, serviceOfCell, servicesFolded } from "./service-of-cell.ts";

/** One row of the diary as it was read, and its faults. */
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
  /** Said beside the time: «09:00–09:30» */
  readonly writtenMinutes: number | null;
  readonly hints: DiaryRow["hints"];
  readonly errors: readonly FieldError[];
  /** Faults unless the clerk says that the row is meant so */
  readonly doubts: readonly FieldError[];
  /** The clerk said that it is */
  readonly isConfirmed: boolean;
  /** That it may mean, where date and weekday contradict each other: a person says which */
  readonly days: readonly Temporal.PlainDate[];
}

export interface Reading {
  readonly columns: readonly (Column | null)[];
  readonly corrections: Readonly<Record<string, Correction>>;
  readonly services: readonly ServiceName[];
  readonly usualService: string;
  readonly today: Temporal.PlainDate;
}

/** So many rows are read at a time; then others are served. */
const AT_ONCE = 200;

/** Row by row. A day is often written once, over or beside its first visit: those below have it too. */
export async function readRows(lines: readonly Line[], reading: Reading): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  const services = servicesFolded(reading.services);
  const hasColumns = knowsVisits(reading.columns);
  const asking = new Map<DayOfLine, number>();
  let day: DayOfLine | null = null;
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const cell = cellsOf(line, reading);
    day = dayOfLine(line, cell, reading, day);
    if (hasColumns ? !hasVisit(cell, reading.today) : isReadHeading(line, day)) continue;
    const correction = reading.corrections[line.row];
    if (day && !asking.has(day) && !correction?.isLeftOut && !correction?.date) asking.set(day, line.row);
    const asks = (day && asking.get(day)) ?? line.row;
    rows.push(readRow(line, cell, day && { ...day, asks }, { ...reading, services }));
    day = correctedDay(day, cell, correction);
  }
  return rows;
}

const isReadHeading = ({ cells }: Line, day: DayOfLine | null): boolean =>
  day?.date != null && cells.filter((cell) => cell !== "").length === 1;

/** Put right where it is written, or where it could not be read, a day holds for the rows below as well. */
function correctedDay(day: DayOfLine | null, cell: Cells, { date, isMoved }: Correction = {}): DayOfLine | null {
  const isOfBelow = date !== undefined && !isMoved && (cell.date !== undefined || !day?.date);
  return isOfBelow ? { date: Temporal.PlainDate.from(date) } : day;
}

/** With the row at which a person says what day it is: the others of that day wait for it. */
type DayWithQuestion = DayOfLine & { readonly asks: number };

type FoldedReading = Omit<Reading, "services"> & { readonly services: readonly FoldedService[] };

function readRow(line: Line, cell: Cells, day: DayWithQuestion | null, reading: FoldedReading): ReadRow {
  const { row, cells } = line;
  const correction = reading.corrections[row] ?? {};
  const person = personOf(cell, correction);
  const { lastName, firstName, phone } = person;
  const service = serviceOfCell(cell.service ?? "", reading.services);
  const when = whenOf(cell, correction, day, row);
  const email = correction.email ?? cell.email ?? null;
  // A service that the office does not know is not lost.
  const notes = [service ? null : cell.service, cell.notes, ...person.rest].filter(Boolean).join(" · ") || null;
  const business = cell.business ?? null;
  const details = { lastName, firstName, phone, email, notes, business: business ? { name: business } : null };
  return {
    row,
    cells: line.written ?? cells,
    lastName,
    firstName,
    business,
    phone,
    email,
    notes,
    date: when.date,
    time: when.time,
    writtenMinutes: when.minutes,
    queue: correction.queue ?? queueOf(cell.queue),
    service: correction.service ?? service ?? reading.usualService,
    isLeftOut: correction.isLeftOut === true,
    isConfirmed: correction.isConfirmed === true,
    days: when.days,
    hints: hintsOf(cell, correction, { person, service, isCarried: when.isCarried }),
    errors: [...when.errors, ...fieldErrors(details), ...person.errors],
    doubts: [...cancellation(line, service !== null, reading), ...person.doubts, ...unknownQueue(line, correction)],
  };
}

function whenOf(cell: Cells, correction: Correction, day: DayWithQuestion | null, row: number) {
  const date = correction.date ? Temporal.PlainDate.from(correction.date) : (day?.date ?? null);
  const span = correction.time ? { time: correction.time, minutes: null } : readSpan(cell.time ?? "");
  return {
    date,
    time: span?.time ?? null,
    minutes: span?.minutes ?? null,
    days: date === null && day?.date === null && day.asks === row ? day.days : [],
    isCarried: date !== null && date === day?.date && !cell.date,
    errors: [
      ...(date === null ? [dayError(day, row)] : []),
      ...(span === null ? [{ field: "time", code: "diary-time-unread" }] : []),
    ],
  };
}

/** Names the line whose day nobody can read, unless it is the row's own or there is none; the rows below wait. */
function dayError(day: DayWithQuestion | null, row: number): FieldError {
  if (day === null || day.date) return { field: "date", code: "diary-date-unread" };
  if (day.asks !== row) return { field: "date", code: "diary-day-waits", values: { row: rowLabel(day.asks) } };
  const values = { row: rowLabel(day.row), written: day.written };
  if (day.days.length > 0) return { field: "date", code: "diary-weekday-contradicts", values };
  return { field: "date", code: day.row === row ? "diary-date-unread" : "diary-day-unread", values };
}

function unknownQueue({ unknownColumn: written }: Line, { queue }: Correction): FieldError[] {
  return written === undefined || queue !== undefined
    ? []
    : [{ field: "queue", code: "diary-column-unclear", values: { written } }];
}

function cancellation(line: Line, isService: boolean, { columns }: FoldedReading): FieldError[] {
  const remarks: readonly (Column | null)[] = ["notes", "service", "business"];
  const words = line.cells.map((text, at) => {
    const column = columns[at] ?? null;
    if (text === "" || (isService && column === "service")) return null;
    return remarks.includes(column) ? cancelledByRemark(text) : cancelledBy(text);
  });
  const word = words.find((each) => each !== null);
  return word ? [{ field: "row", code: "diary-cancelled", values: { word } }] : [];
}

function queueOf(cell: string | undefined): number | null {
  const number = Number(/\d{1,2}/.exec(cell ?? "")?.[0] ?? 0);
  return number > 0 ? number : null;
}

interface Found {
  readonly person: RowPerson;
  readonly service: string | null;
  readonly isCarried: boolean;
}

function hintsOf(cell: Cells, correction: Correction, { person, service, isCarried }: Found): DiaryRow["hints"] {
  const hints: DiaryRow["hints"] = [];
  if (isCarried) hints.push("date-carried-down");
  if (areLikelySwapped(person.lastName, person.firstName)) hints.push("names-swapped");
  if (person.isRepaired) hints.push("letters-repaired");
  if (cell.service && !service && !correction.service) hints.push("service-unread");
  return hints;
}
