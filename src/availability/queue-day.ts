import type { Interval, LocalDay } from "../platform/time.ts";
import type { Closed, Extra, Facts, QueueFacts, WeeklyHours } from "./facts.ts";
import { overlaps, subtract } from "./intervals.ts";

/** One queue on one day: when it serves, why not, and which starts are free. Pure; epoch minutes. */
export interface QueueDay {
  readonly queue: QueueFacts;
  /** Serving hours as scheduled, each the origin of its own grid of slots */
  readonly hours: readonly Interval[];
  readonly closed: readonly Closed[];
  readonly taken: readonly Interval[];
}

export function queueDays(facts: Facts, day: LocalDay): QueueDay[] {
  const date = day.date.toString();
  const weekly = hoursOn(facts.hours, day.date);
  return facts.queues.map((known) => {
    const queue = onDate(facts, known, date);
    const ofQueue = (part: Interval & { queue: number | null }) =>
      (part.queue === queue.number || part.queue === null) && overlaps(part, day);
    return {
      queue,
      hours: hoursOf(
        weekly.filter((hours) => hours.queue === queue.number),
        facts.extra.filter(ofQueue),
        day,
      ),
      closed: facts.closed.filter(ofQueue),
      taken: facts.taken.filter(ofQueue),
    };
  });
}

function onDate({ activity }: Facts, queue: QueueFacts, date: string): QueueFacts {
  const dated = activity.find((part) => part.queue === queue.number && part.from <= date && date <= part.to);
  return dated ? { ...queue, active: dated.active } : queue;
}

/** Those of every queue that hold on a date. */
export function hoursOn(hours: readonly WeeklyHours[], date: Temporal.PlainDate): WeeklyHours[] {
  const [weekday, text] = [date.dayOfWeek, date.toString()];
  return hours.filter(
    (each) =>
      each.weekday === weekday &&
      (each.validFrom === null || each.validFrom <= text) &&
      (each.validTo === null || text <= each.validTo),
  );
}

/** No two overlap, each being a grid of its own: extra hours count only where neither weekly nor earlier ones are. */
function hoursOf(weekly: readonly WeeklyHours[], extra: readonly Extra[], day: LocalDay): Interval[] {
  const hours: Interval[] = weekly.map(({ opens, closes }) => ({ from: day.at(opens), to: day.at(closes) }));
  for (const { from, to } of extra) hours.push(...subtract({ from, to }, hours));
  return hours.sort((a, b) => a.from - b.from);
}

/** The parts in which an appointment may take place, taken or not. */
export const openParts = ({ hours, closed }: QueueDay): Interval[] => hours.flatMap((whole) => subtract(whole, closed));

/** A visit takes its service's minutes rounded up to whole slots of the queue. */
export const visitMinutes = (slotMinutes: number, minutes: number): number =>
  Math.ceil(minutes / slotMinutes) * slotMinutes;

/** Whose visits a queue takes at all: those booked online only while citizens see it (circular §Γ: «δημόσιες»). */
export const takes = ({ active, public: isPublic }: QueueFacts, isOnline: boolean): boolean =>
  active && (isPublic || !isOnline);

/** Free starts for a visit of `minutes`, in order; none in an inactive queue. */
export function freeStarts({ queue, hours, closed, taken }: QueueDay, day: LocalDay, minutes: number): number[] {
  if (!queue.active) return [];
  const length = visitMinutes(queue.slotMinutes, minutes);
  const gone = [...closed, ...taken];
  const starts: number[] = [];
  for (const whole of hours) {
    for (const part of subtract(whole, gone)) {
      for (let start = onGrid(whole, part.from, queue); start + length <= part.to; start += queue.slotMinutes) {
        if (isNamed(start, day)) starts.push(start);
      }
    }
  }
  return isInOrder(starts) ? starts : [...new Set(starts)].sort((a, b) => a - b);
}

/** The longest visit that could begin if nobody had taken anything, in minutes of whole slots; 0: none, as in an inactive queue. */
export function longestVisit({ queue, hours, closed }: QueueDay, day: LocalDay): number {
  if (!queue.active) return 0;
  const longest = hours.flatMap((whole) =>
    subtract(whole, closed).map(({ from, to }) => {
      let start = onGrid(whole, from, queue);
      while (start < to && !isNamed(start, day)) start += queue.slotMinutes;
      return Math.floor((to - start) / queue.slotMinutes) * queue.slotMinutes;
    }),
  );
  return Math.max(0, ...longest);
}

/** Always, unless hours overlap. */
const isInOrder = (starts: readonly number[]): boolean =>
  starts.every((start, index) => index === 0 || (starts[index - 1] as number) < start);

/** The first start of hours that is not before a time. */
const onGrid = ({ from }: Interval, time: number, { slotMinutes }: QueueFacts): number =>
  from + Math.ceil((time - from) / slotMinutes) * slotMinutes;

/** Whether the day's clock names a start without doubt: not the hour that October has twice. */
const isNamed = (start: number, day: LocalDay): boolean =>
  start >= day.from && start < day.to && day.at(day.minuteOf(start)) === start;

/** Whether the queue serves from its beginning to its end, active or not, taken or not. */
const isOpen = ({ hours, closed }: QueueDay, visit: Interval): boolean =>
  hours.some((part) => part.from <= visit.from && visit.to <= part.to) && !closed.some((part) => overlaps(part, visit));

/** Whether the rules let a visit take place where it stands, taken or not. */
export const serves = (queueDay: QueueDay, visit: Interval): boolean =>
  queueDay.queue.active && isOpen(queueDay, visit);

export type NotOffered =
  | {
      readonly why: "queue-inactive" | "queue-hidden" | "slot-taken" | "slot-too-short" | "slot-closed";
    }
  | { readonly why: "slot-off-grid"; readonly slotMinutes: number }
  | { readonly why: "slot-closed-reason"; readonly closed: Closed };

/** A visit as the rules judge it. */
export interface JudgedVisit extends Interval {
  readonly isOnline: boolean;
}

/** Why this visit can't take place, for the sentence that says so; null: it can. */
export function refusalOf(queueDay: QueueDay, day: LocalDay, visit: JudgedVisit): NotOffered | null {
  const { queue, hours, closed, taken } = queueDay;
  if (!takes(queue, visit.isOnline)) return { why: queue.active ? "queue-hidden" : "queue-inactive" };
  const reason = closed.find((part) => overlaps(part, visit));
  if (reason) return { why: "slot-closed-reason", closed: reason };
  if (!hours.some((part) => part.from <= visit.from && visit.from < part.to)) return { why: "slot-closed" };
  const isOnGrid = hours.some(
    (part) => part.from <= visit.from && visit.from < part.to && onGrid(part, visit.from, queue) === visit.from,
  );
  if (!isOnGrid || !isNamed(visit.from, day)) return { why: "slot-off-grid", slotMinutes: queue.slotMinutes };
  if (taken.some((other) => overlaps(other, visit))) return { why: "slot-taken" };
  return hours.some((part) => part.from <= visit.from && visit.to <= part.to) ? null : { why: "slot-too-short" };
}
