import type { Moment } from "../../appointments/acts.ts";
import type { Appointment, Day } from "../../appointments/contract.ts";
import { MARKS, markHindrance, type PaperMark, stepsTo } from "../../appointments/paper/marks.ts";
import { isCounted } from "../../appointments/statuses.ts";
import { minuteOf } from "../../kit/dates.ts";
import { isOverlapping, type Span } from "../../kit/spans.ts";
import type { CatchUpSearch, RowsShown } from "./catch-up-search.ts";

/** The rows of the printed sheet with what was ticked beside them. Pure. */

/** By the appointment's id: the tick, and the version that was seen with it */
export type Marks = Readonly<Record<string, { readonly status: PaperMark; readonly version: number }>>;

export interface SheetRow {
  readonly appointment: Appointment;
  /** What will be recorded; null: it stays as it is */
  readonly mark: PaperMark | null;
  /** What may be ticked as it stands now; nothing where it is settled */
  readonly options: readonly PaperMark[];
  /** A colleague changed it since it was ticked, and nobody has looked since */
  readonly isUnseen: boolean;
  /** It was ticked, and by now can't be recorded any more, or is recorded already */
  readonly isSettled: boolean;
}

/** By time and queue, as they are printed. A ticked one is shown whichever rows are. */
export function sheetRows({ appointments, now }: Day, span: Span, marks: Marks): SheetRow[] {
  return appointments
    .filter((one) => marks[one.id] !== undefined || (isCounted(one.status) && isOverlapping(spanOfVisit(one), span)))
    .toSorted((a, b) => a.time.localeCompare(b.time) || a.queue - b.queue)
    .map((appointment) => rowOf(appointment, marks[appointment.id], now));
}

function rowOf(appointment: Appointment, typed: Marks[string] | undefined, now: Moment): SheetRow {
  const allowed = MARKS.filter(
    (mark) => stepsTo(mark, appointment.status).length > 0 && markHindrance(mark, appointment, now) === null,
  );
  const mark = typed && allowed.includes(typed.status) ? typed.status : null;
  const isSettled = typed !== undefined && mark === null;
  return {
    appointment,
    mark,
    options: isSettled ? [] : allowed,
    isUnseen: mark !== null && typed?.version !== appointment.version,
    isSettled,
  };
}

const spanOfVisit = ({ time, minutes }: Appointment): Span => ({ from: minuteOf(time), to: minuteOf(time) + minutes });

/** Which rows are shown, unless the address says it: those of the outage, or of today those that have begun. */
export function rowsShown({ from, rows }: CatchUpSearch, { date, now }: Day): RowsShown {
  if (rows) return rows;
  if (from !== undefined) return "outage";
  return date === now.date ? "now" : "day";
}

export function spanShown(shown: RowsShown, { from, to }: CatchUpSearch, { now }: Day): Span {
  if (shown === "outage" && from && to) return { from: minuteOf(from), to: minuteOf(to) };
  return { from: 0, to: shown === "now" ? minuteOf(now.time) + 1 : minuteOf("24:00") };
}

export const countIn = ({ appointments }: Day, span: Span): number =>
  appointments.filter((one) => isCounted(one.status) && isOverlapping(spanOfVisit(one), span)).length;

/** Those without a tick that have begun: in most offices everybody else came and was served. */
export const restOf = (rows: readonly SheetRow[], { date, now }: Day): readonly SheetRow[] =>
  rows.filter(
    ({ appointment: { time }, mark, options }) =>
      mark === null && options.includes("served") && (date < now.date || time <= now.time),
  );

/** Where the work begins: the first row that is not done; undefined: all are. */
export const firstToTick = (rows: readonly SheetRow[], day: Day): SheetRow | undefined =>
  restOf(rows, day)[0] ?? rows.find(({ mark, options }) => mark === null && options.length > 0);

/** With what a refusal told of an appointment, until the day itself says it or something newer. */
export function withNewer(day: Day, appointment: Appointment): Day {
  const stands = appointment.date === day.date ? [appointment] : [];
  const appointments = day.appointments.flatMap((one) =>
    one.id === appointment.id && one.version < appointment.version ? stands : [one],
  );
  return { ...day, appointments };
}

/** How many ticks name an appointment that is not on this day any more. */
export const goneOf = (marks: Marks, { appointments }: Day): number =>
  Object.keys(marks).filter((id) => !appointments.some((one) => one.id === id)).length;
