import { fold } from "../../platform/text/fold.ts";
import { columnOfHead } from "../columns.ts";
import type { HeadAnswer } from "../contract.ts";
import { leadingWeekdays, nearestOf } from "../day-of-line.ts";
import { readDay, readTime } from "../read-cells.ts";
import type { Line } from "../read-lines.ts";
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
  readonly written: string;
  readonly date: Temporal.PlainDate | null;
  readonly queue: number | null;
  readonly isLeftOut: boolean;
  /** Days that it may mean, where it names none or contradicts itself */
  readonly days: readonly Temporal.PlainDate[];
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
  if (named === -1 && (dateColumn === 0 || readTime(line.cells[0] ?? "") !== null)) return null;
  const timeColumn = Math.max(0, named);
  const heads = line.cells.flatMap((written, column) => {
    if (written === "" || column === timeColumn || column === dateColumn) return [];
    const head = headOf(written, { id: cellNumber(line.row, column), column }, terms);
    return known[column] === null || isOfQueue(head) ? [head] : [];
  });
  const kind: MatrixKind = heads.filter(isOfDay).length > heads.filter(isOfQueue).length ? "days" : "queues";
  return {
    kind,
    isNamed: named !== -1,
    timeColumn,
    dateColumn,
    heads,
    corner: named === -1 ? (line.cells[0] ?? "") : "",
  };
}

function headOf(
  written: string,
  place: Pick<ColumnHead, "id" | "column">,
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
