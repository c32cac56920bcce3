import { fold } from "../../platform/text/fold.ts";
import type { Column, HeadAnswer } from "../contract.ts";
import { leadingWeekdays, nearestOf } from "../day-of-line.ts";
import { columnOfHead } from "../layout/columns.ts";
import type { Line } from "../layout/line.ts";
import { readDay, readTime } from "../read-cells.ts";
import { cellNumber } from "./row-label.ts";

/** The heads of a diary that has one column for each day, or for each queue. Pure. */

export interface OfficeQueue {
  readonly number: number;
  readonly name: string;
  readonly employee: string | null;
}

export interface HeadTerms {
  readonly today: Temporal.PlainDate;
  readonly queues: readonly OfficeQueue[];
  readonly answers: Readonly<Record<string, HeadAnswer>>;
}

export type MatrixKind = "days" | "queues";

export interface ColumnHead {
  /** Of its cell */
  readonly id: number;
  readonly column: number;
  /** Columns to its right that tell more of its visits: telephones, services, or what has no head */
  readonly beside: readonly BesideColumn[];
  readonly written: string;
  readonly date: Temporal.PlainDate | null;
  readonly queue: number | null;
  readonly isLeftOut: boolean;
  /** Days that it may mean, where it names none or contradicts itself */
  readonly days: readonly Temporal.PlainDate[];
}

interface BesideColumn {
  readonly at: number;
  readonly role: Column | null;
}

export interface HeadRow {
  readonly kind: MatrixKind;
  /** Its times have a head */
  readonly isNamed: boolean;
  readonly timeColumn: number;
  readonly dateColumn: number;
  readonly heads: readonly ColumnHead[];
  /** Where the day of the whole block may stand */
  readonly corner: string;
  /** All cells of it that say what stands below them */
  readonly cells: readonly number[];
}

/** «Ημέρα/Ώρα» in the corner is over the times. */
const TIME = /(?<!\p{L})(ΩΡΑ|ΩΡΕΣ|TIME|HOUR)(?!\p{L})/u;
const NUMBERED = /^(?:ΟΥΡΑ|ΘΥΡΙΔΑ|ΓΚΙΣΕ|ΥΠΑΛΛΗΛΟΣ|QUEUE)\D{0,3}(\d{1,2})$/;

/** How many of its heads say what stands below them */
export const meaningsOf = ({ heads }: HeadRow): number =>
  Math.max(...[isOfDay, isOfQueue].map((is) => heads.filter(is).length));

const isOfDay = ({ date, days }: ColumnHead): boolean => date !== null || days.length > 0;
const isOfQueue = ({ queue, written }: ColumnHead): boolean => queue !== null || NUMBERED.test(fold(written).trim());

/** The line as a row of heads; null: it can't be one. */
export function headRowOf(line: Line, terms: HeadTerms): HeadRow | null {
  const known = line.cells.map((text) => (TIME.test(fold(text)) ? "time" : columnOfHead(text)));
  const named = known.indexOf("time");
  const dateColumn = known.indexOf("date");
  if (known.filter((column) => column === "time").length > 1) return null;
  if (named === -1 && (dateColumn === 0 || readTime(line.cells[0] ?? "") !== null)) return null;
  const timeColumn = Math.max(0, named);
  const alone = line.cells.flatMap((written, column) => {
    if (written === "" || column === timeColumn || column === dateColumn) return [];
    const head = headOf(written, { id: cellNumber(line.row, column), column, beside: [] }, terms);
    return known[column] === null || isOfQueue(head) ? [head] : [];
  });
  const heads = alone.map((head, at) => ({ ...head, beside: besideOf(head, alone[at + 1], known) }));
  const kind: MatrixKind = heads.filter(isOfDay).length > heads.filter(isOfQueue).length ? "days" : "queues";
  return {
    kind,
    isNamed: named !== -1,
    timeColumn,
    dateColumn,
    heads,
    corner: named === -1 ? (line.cells[0] ?? "") : "",
    cells: line.cells.flatMap((text, at) =>
      known[at] || heads.some(({ column }) => column === at) || (at === 0 && saysOfTimes(text, terms))
        ? [cellNumber(line.row, at)]
        : [],
    ),
  };
}

const saysOfTimes = (text: string, { today }: HeadTerms): boolean => readDay(text, today) !== null;

const MORE: readonly (Column | null)[] = ["phone", "email", "service", "notes"];
/** The last day of a sheet has no more columns than these without a head. */
const WIDEST = 3;

function besideOf(
  head: ColumnHead,
  next: ColumnHead | undefined,
  known: readonly (Column | "time" | null)[],
): BesideColumn[] {
  const end = next?.column ?? Math.max(known.length, head.column + 1 + WIDEST);
  return Array.from({ length: end - head.column - 1 }, (_, further) => head.column + 1 + further).flatMap((at) => {
    const role = known[at] ?? null;
    return role === null || MORE.includes(role) ? [{ at, role }] : [];
  });
}

function headOf(
  written: string,
  place: Pick<ColumnHead, "id" | "column" | "beside">,
  { today, queues, answers }: HeadTerms,
): ColumnHead {
  const day = readDay(written, today);
  const answer = answers[place.id] ?? {};
  const plain = day?.isContradicted === false ? day.date : null;
  return {
    ...place,
    written,
    date: answer.date ? Temporal.PlainDate.from(answer.date) : plain,
    queue: answer.queue ?? queueOf(written, queues),
    isLeftOut: answer.isLeftOut === true,
    days: plain ? [] : daysOf(day?.date ?? null, leadingWeekdays(written), today),
  };
}

const WEEKS = 6;

/** The date itself, and those of its weekday around it; of a weekday alone the next ones. */
function daysOf(
  date: Temporal.PlainDate | null,
  weekdays: readonly number[],
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const [weekday, ...others] = weekdays;
  if (weekday === undefined || others.length > 0) return date ? [date] : [];
  if (date) return [date, nearestOf(weekday, date)];
  const first = today.add({ days: weekday - today.dayOfWeek });
  return Array.from({ length: WEEKS }, (_, week) => first.add({ weeks: week }));
}

/** By its number, its name, or its employee's name where nobody else bears it. */
function queueOf(written: string, queues: readonly OfficeQueue[]): number | null {
  const text = fold(written).trim();
  const number = Number(NUMBERED.exec(text)?.[1] ?? 0);
  const numbered = queues.find((queue) => queue.number === number || fold(queue.name) === text);
  if (numbered) return numbered.number;
  const words = wordsOf(text);
  const served = queues.filter(
    ({ employee }) => employee !== null && words.some((word) => wordsOf(fold(employee)).includes(word)),
  );
  return served.length === 1 ? (served[0]?.number ?? null) : null;
}

const wordsOf = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? [];
