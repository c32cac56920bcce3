import { setImmediate as breathe } from "node:timers/promises";
import { areLikelySwapped } from "../appointments/names/name-rules.ts";
import { fieldErrors } from "../appointments/rules.ts";
import type { FieldError } from "../platform/refusal.ts";
import type { Column, Correction, DiaryRow } from "./contract.ts";
import { type Cells, cellsOf, type DayOfLine, dayOfLine, hasVisit, knowsVisits } from "./day-of-line.ts";
import { cellsOfHeading, cellsOfVisit } from "./layout/claimed-cells.ts";
import type { Line } from "./layout/line.ts";
import { partNumber, rowLabel } from "./matrix/row-label.ts";
import { cancelledBy, cancelledByRemark } from "./names/cancelled.ts";
import { personOf, type RowPerson } from "./names/person-of-row.ts";
import { type FoldedService, type ServiceName, serviceIn, servicesFolded } from "./names/service-of-cell.ts";
import { type VisitCells, visitsOfLine } from "./names/visits-of-line.ts";
import { inHalfOfDay, readSpan } from "./read-cells.ts";

/** One row of the diary as it was read, and its faults. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Of the sheet, those that it was read from */
  readonly sources: readonly number[];
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
  /** null: nobody has said which */
  readonly usualService: string | null;
  readonly today: Temporal.PlainDate;
}

/** So many rows are read at a time; then others are served. */
const AT_ONCE = 200;

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  /** The cells that are headings of them */
  readonly headings: readonly number[];
}

/** Row by row. A day is often written once, over or beside its first visit: those below have it too. */
export async function readRows(lines: readonly Line[], reading: Reading): Promise<ReadRows> {
  const rows: ReadRow[] = [];
  const headings: number[] = [];
  const services = servicesFolded(reading.services);
  const hasColumns = knowsVisits(reading.columns);
  const asking = new Map<DayOfLine, number>();
  let day: DayOfLine | null = null;
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const cell = cellsOf(line, reading);
    day = dayOfLine(line, cell, reading, day);
    if (hasColumns ? !hasVisit(cell, reading.today) : isReadHeading(line, day)) {
      headings.push(...cellsOfHeading(line, { ...reading, isAtTop: rows.length === 0 }));
      continue;
    }
    for (const [part, visit] of visitsOfLine(cell, services, line.isSameName === true).entries()) {
      const own = { ...line, row: partNumber(line.row, part) };
      const correction = reading.corrections[own.row];
      const asks = askingRow(day, own.row, { correction, asking });
      rows.push(readRow(own, visit, day && { ...day, asks }, { ...reading, services, before: rows.at(-1) }));
      day = correctedDay(day, cell, correction);
    }
  }
  return { rows, headings };
}

interface Questions {
  readonly correction: Correction | undefined;
  /** Of each day that cannot be read the row at which a person is asked */
  readonly asking: Map<DayOfLine, number>;
}

function askingRow(day: DayOfLine | null, row: number, { correction, asking }: Questions): number {
  if (day && !asking.has(day) && !correction?.isLeftOut && !correction?.date) asking.set(day, row);
  return (day && asking.get(day)) ?? row;
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

interface FoldedReading extends Omit<Reading, "services"> {
  readonly services: readonly FoldedService[];
  /** The row above, by whose time an hour without its half of the day is told */
  readonly before: ReadRow | undefined;
}

function readRow(line: Line, visit: VisitCells, day: DayWithQuestion | null, reading: FoldedReading): ReadRow {
  const { row, cells } = line;
  const { cells: cell } = visit;
  const correction = reading.corrections[row] ?? {};
  const person = personOf(cell, correction, visit.doubts);
  const { lastName, firstName, phone } = person;
  const { service, isWhole } = serviceIn(cell.service ?? "", reading.services);
  const when = whenOf(cell, correction, { day, row, before: reading.before });
  const email = correction.email ?? cell.email ?? null;
  // What the office does not know of it is not lost.
  const notes = [isWhole ? null : cell.service, cell.notes, ...person.rest].filter(Boolean).join(" · ") || null;
  const business = cell.business ?? null;
  const details = { lastName, firstName, phone, email, notes, business: business ? { name: business } : null };
  return {
    row,
    cells: line.written ?? cells,
    sources: cellsOfVisit(line, reading),
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
    service: correction.service ?? service ?? reading.usualService ?? "",
    isLeftOut: correction.isLeftOut === true,
    isConfirmed: correction.isConfirmed === true,
    days: when.days,
    hints: [...visit.hints, ...hintsOf(cell, correction, { person, service, when })],
    errors: [...when.errors, ...fieldErrors(details), ...person.errors],
    doubts: [
      ...cancellation(line, service !== null, reading),
      ...person.doubts,
      ...unreadService(cell, service, correction),
      ...unknownQueue(line, correction),
    ],
  };
}

interface PlaceInDiary {
  readonly day: DayWithQuestion | null;
  readonly row: number;
  readonly before: ReadRow | undefined;
}

function whenOf(cell: Cells, correction: Correction, { day, row, before }: PlaceInDiary) {
  const date = correction.date ? Temporal.PlainDate.from(correction.date) : (day?.date ?? null);
  const span = correction.time ? { time: correction.time, minutes: null } : spanOf(cell, timeAbove(before, date));
  return {
    date,
    time: span?.time ?? null,
    isAfternoon: span !== null && "isAfternoon" in span && span.isAfternoon,
    minutes: span?.minutes ?? null,
    days: date === null && day?.date === null && day.asks === row ? day.days : [],
    isCarried: date !== null && date === day?.date && !cell.date,
    errors: [
      ...(date === null ? [dayError(day, row)] : []),
      ...(span === null ? [{ field: "time", code: "diary-time-unread" }] : []),
    ],
  };
}

function spanOf(cell: Cells, above: string | null) {
  const span = readSpan(cell.time ?? "");
  if (span === null) return null;
  const time = inHalfOfDay(span.time, cell.time ?? "", above);
  return { ...span, time, isAfternoon: time !== span.time };
}

const timeAbove = (before: ReadRow | undefined, date: Temporal.PlainDate | null): string | null =>
  date && before?.date?.equals(date) ? before.time : null;

/** Names the line whose day nobody can read, unless it is the row's own or there is none; the rows below wait. */
function dayError(day: DayWithQuestion | null, row: number): FieldError {
  if (day === null || day.date) return { field: "date", code: "diary-date-unread" };
  if (day.asks !== row) return { field: "date", code: "diary-day-waits", values: { row: rowLabel(day.asks) } };
  const values = { row: rowLabel(day.row), written: day.written };
  if (day.days.length > 0) return { field: "date", code: "diary-weekday-contradicts", values };
  return { field: "date", code: day.row === row ? "diary-date-unread" : "diary-day-unread", values };
}

/** What is written and not understood says more than what is usual. */
function unreadService(cell: Cells, service: string | null, correction: Correction): FieldError[] {
  const isUnread = cell.service !== undefined && service === null && correction.service === undefined;
  return isUnread ? [{ field: "service", code: "diary-service-unread", values: { written: cell.service ?? "" } }] : [];
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
  readonly when: { readonly isCarried: boolean; readonly isAfternoon: boolean };
}

function hintsOf(cell: Cells, correction: Correction, { person, service, when }: Found): DiaryRow["hints"] {
  const hints: DiaryRow["hints"] = [];
  if (when.isCarried) hints.push("date-carried-down");
  if (when.isAfternoon) hints.push("time-afternoon");
  if (areLikelySwapped(person.lastName, person.firstName)) hints.push("names-swapped");
  if (person.isRepaired) hints.push("letters-repaired");
  if (cell.service && !service && !correction.service) hints.push("service-unread");
  return hints;
}
