import { minuteOf, timeAt } from "../../../kit/dates.ts";
import { clipped, isOverlapping, type Span, spanWithout } from "../../../kit/spans.ts";
import type { Appointment, Day, QueueOfDay } from "../../contract.ts";
import { hasPlace, isCounted, isOver } from "../../statuses.ts";

/** From a day's facts to what stands where on its plan, in minutes of the day. Pure. */

export type Cell = Span &
  (
    | { readonly kind: "appointment"; readonly appointment: Appointment }
    | { readonly kind: "free"; readonly time: string }
    | { readonly kind: "past"; readonly time: string; readonly isRunning: boolean }
    | { readonly kind: "off"; readonly reason: OffReason }
    | { readonly kind: "closed"; readonly closed: ClosedTime; readonly isNamed: boolean }
  );
export type ClosedTime = QueueOfDay["closed"][number];

/** Why nobody serves although nothing special happened; null: said already on a neighbouring piece */
export type OffReason =
  | null
  | { readonly where: "before" | "after"; readonly time: string }
  | { readonly where: "between"; readonly from: string; readonly to: string }
  | { readonly where: "all-day" | "inactive" };

export interface QueueColumn {
  readonly queue: QueueOfDay;
  /** In order of time; none overlaps another */
  readonly cells: readonly Cell[];
  readonly appointments: number;
}

export interface PlanLayout {
  /** Minutes of the lowest row, a quarter of an hour at most: the plan grows until it can still be read and hit */
  readonly shortest: number;
  /** Whole hours */
  readonly range: Span;
  /** Null on any other day than today */
  readonly now: number | null;
  readonly isPast: boolean;
  readonly columns: readonly QueueColumn[];
}

const DEFAULT_RANGE: Span = { from: 480, to: 900 };

/** Two lines of text; what is shorter has one. */
const USUAL_MINUTES = 15;

export function planOf(day: Day): PlanLayout {
  const range = rangeOf(day);
  const columns = mineFirst(day.queues).map((queue) => columnOf(day, queue, range));
  return {
    range,
    columns,
    shortest: shortestOf(day),
    now: day.now.date === day.date ? minuteOf(day.now.time) : null,
    isPast: day.date < day.now.date,
  };
}

/** Those that have a place: the others gave theirs back. */
export const isOnPlan = ({ status }: Appointment): boolean => hasPlace(status);

export const spanOf = ({ time, minutes }: Pick<Appointment, "time" | "minutes">): Span => ({
  from: minuteOf(time),
  to: minuteOf(time) + minutes,
});

/** From the earliest hours or appointment to the latest, in whole hours: what closes them does not stretch the day. */
function rangeOf(day: Day): Span {
  const appointments = day.appointments.filter(isOnPlan);
  const hours = day.queues.filter(({ active }) => active).flatMap((queue) => queue.hours);
  const spans = [...hours.map(spanBetween), ...appointments.map(spanOf)];
  if (spans.length === 0) return DEFAULT_RANGE;
  return {
    from: Math.floor(Math.min(...spans.map(({ from }) => from)) / 60) * 60,
    to: Math.min(1440, Math.ceil(Math.max(...spans.map(({ to }) => to)) / 60) * 60),
  };
}

function shortestOf(day: Day): number {
  const slots = day.queues.filter(({ active }) => active).map(({ slotMinutes }) => slotMinutes);
  return Math.min(USUAL_MINUTES, ...slots, ...day.appointments.filter(isOnPlan).map(({ minutes }) => minutes));
}

/** Whoever looks at the plan works at one of its queues. */
const mineFirst = (queues: readonly QueueOfDay[]): QueueOfDay[] =>
  queues.toSorted((a, b) => Number(b.isMine) - Number(a.isMine));

const spanBetween = ({ from, to }: { from: string; to: string }): Span => ({ from: minuteOf(from), to: minuteOf(to) });

function columnOf(day: Day, queue: QueueOfDay, range: Span): QueueColumn {
  const appointments = day.appointments.filter((each) => each.queue === queue.number && isOnPlan(each));
  const cards = appointments.map((appointment): Cell => ({ kind: "appointment", appointment, ...spanOf(appointment) }));
  const free = queue.free.map(
    (time): Cell => ({ kind: "free", time, from: minuteOf(time), to: minuteOf(time) + queue.slotMinutes }),
  );
  const cells = [
    ...cards,
    ...free,
    ...pastCells(day, queue, [...cards, ...free]),
    ...closedCells(queue, cards, range),
    ...offCells(queue, cards, range),
  ];
  return {
    queue,
    cells: cells.sort((a, b) => a.from - b.from),
    appointments: appointments.filter(({ status }) => isCounted(status)).length,
  };
}

/** Whole slots that nobody took before they began. */
function pastCells(day: Day, queue: QueueOfDay, taken: readonly Span[]): Cell[] {
  if (!queue.active || day.date > day.now.date) return [];
  const now = day.date === day.now.date ? minuteOf(day.now.time) : 1440;
  return queue.open
    .map(spanBetween)
    .flatMap((open) => spanWithout(open, taken))
    .flatMap((gap) => pastSlots(gap, queue.slotMinutes, now));
}

function pastSlots(gap: Span, slotMinutes: number, now: number): Cell[] {
  const cells: Cell[] = [];
  for (let from = gap.from; from + slotMinutes <= gap.to && from < now; from += slotMinutes) {
    cells.push({ kind: "past", time: timeAt(from), isRunning: from + slotMinutes > now, from, to: from + slotMinutes });
  }
  return cells;
}

function closedCells(queue: QueueOfDay, cards: readonly Span[], range: Span): Cell[] {
  return queue.closed.flatMap((closed) => {
    const whole = clipped(spanBetween(closed), range);
    return whole
      ? named(spanWithout(whole, cards)).map(
          ({ isNamed, ...piece }): Cell => ({ kind: "closed", closed, isNamed, ...piece }),
        )
      : [];
  });
}

function offCells(queue: QueueOfDay, cards: readonly Span[], range: Span): Cell[] {
  const open = queue.active ? queue.open.map(spanBetween) : [];
  const closed = queue.closed.map(spanBetween);
  return spanWithout(range, [...open, ...closed]).flatMap((gap) => {
    const reason = offReason(queue, gap, [...open, ...closed]);
    return named(spanWithout(gap, cards)).map(
      ({ isNamed, ...piece }): Cell => ({ kind: "off", reason: isNamed ? reason : null, ...piece }),
    );
  });
}

function offReason(queue: QueueOfDay, gap: Span, working: readonly Span[]): OffReason {
  if (!queue.active) return { where: "inactive" };
  const next = working.find(({ from }) => from >= gap.to);
  const isAfterWork = working.some(({ to }) => to <= gap.from);
  if (next && isAfterWork) return { where: "between", from: timeAt(gap.from), to: timeAt(gap.to) };
  if (next) return { where: "before", time: timeAt(gap.to) };
  return isAfterWork ? { where: "after", time: timeAt(gap.from) } : { where: "all-day" };
}

/** Appointments may stand in the middle of it: only the longest piece bears the words. */
function named(pieces: readonly Span[]): (Span & { isNamed: boolean })[] {
  const longest = pieces.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  return pieces.map((piece) => ({ ...piece, isNamed: piece === longest }));
}

/** Without the free places that the open panel draws over. */
export const uncovered = (cells: readonly Cell[], covers: readonly Span[]): Cell[] =>
  cells.filter((cell) => cell.kind !== "free" || !covers.some((cover) => isOverlapping(cell, cover)));

/** Over and done with by now, and not what stands open beside the plan: the appointment of that id, or all. */
export function isEarlier(cell: Cell, { now }: PlanLayout, opened: string | undefined): boolean {
  if (now === null || cell.to > now || opened === "all") return false;
  if (cell.kind !== "appointment") return cell.kind !== "free";
  return isOver(cell.appointment.status) && cell.appointment.id !== opened;
}
