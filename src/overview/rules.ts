import type { Closed, Facts, OfQueue } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import { freeStarts, openParts, type QueueDay, visitMinutes } from "../availability/queue-day.ts";
import { type LocalDay, localDay } from "../platform/time.ts";
import type { Closing, Room } from "./contract.ts";

/** How much room a day has. Pure. */

/** The weeks shown, from the Monday of the week that was asked for. */
export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

export const daysFrom = (first: Temporal.PlainDate, count: number): LocalDay[] =>
  Array.from({ length: count }, (_, index) => localDay(first.add({ days: index })));

/** The facts of each day alone: weeks of appointments are not looked through again for every queue of every day. */
export function factsByDay(facts: Facts, days: readonly LocalDay[]): Facts[] {
  const taken = days.map((): OfQueue[] => []);
  for (const visit of facts.taken) {
    let index = indexAt(days, visit.from);
    for (; days[index] && overlaps(visit, days[index] as LocalDay); index++) taken[index]?.push(visit);
  }
  return days.map((day, index) => ({
    ...facts,
    taken: taken[index] ?? [],
    closed: facts.closed.filter((part) => overlaps(part, day)),
    extra: facts.extra.filter((part) => overlaps(part, day)),
  }));
}

/** Days are about as long as each other: one hour at most has to be made good. */
function indexAt(days: readonly LocalDay[], minute: number): number {
  let index = Math.max(0, Math.floor((minute - (days[0]?.from ?? minute)) / 1440));
  while (index > 0 && minute < (days[index]?.from ?? Number.POSITIVE_INFINITY)) index--;
  while (minute >= (days[index]?.to ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}

/** @param minutes of the service; null: of the queue's own slot */
export function roomOf(queueDay: QueueDay, day: LocalDay, minutes: number | null, nowMinute: number): Room {
  const length = minutes ?? queueDay.queue.slotMinutes;
  return {
    number: queueDay.queue.number,
    free: visitsThatFit(queueDay, day, length, nowMinute),
    offered: visitsThatFit({ ...queueDay, taken: [] }, day, length, nowMinute),
    taken: queueDay.taken.length,
    closed: closingOf([queueDay]),
  };
}

/**
 * How many visits can be added from now on, none overlapping another. All are equally long, so that always to take the
 * earliest start leaves room for the most. None fit exactly when no start is free.
 */
function visitsThatFit(queueDay: QueueDay, day: LocalDay, minutes: number, nowMinute: number): number {
  const length = visitMinutes(queueDay.queue.slotMinutes, minutes);
  let count = 0;
  let from = nowMinute;
  for (const start of freeStarts(queueDay, day, minutes)) {
    if (start < from) continue;
    count += 1;
    from = start + length;
  }
  return count;
}

/** Why none of these queues serves at all that day; null: one does. */
export function closingOf(queueDays: readonly QueueDay[]): Closing {
  const active = queueDays.filter(({ queue }) => queue.active);
  if (active.length === 0) return { kind: "inactive", reason: null };
  if (active.some((queueDay) => openParts(queueDay).length > 0)) return null;
  // A holiday says more than that nobody would serve anyway; an exception concerns only who would.
  const reasons = [
    ...active.flatMap(({ closed }) => closed).filter(({ kind }) => kind !== "exception"),
    ...active.flatMap(({ hours, closed }) => (hours.length > 0 ? closed : [])),
  ];
  const kind = (["holiday", "closure", "exception"] as const).find((one) => reasons.some((part) => part.kind === one));
  return kind ? { kind, reason: reasonsOf(reasons, kind) } : { kind: "hours", reason: null };
}

const reasonsOf = (reasons: readonly Closed[], kind: Closed["kind"]): string =>
  [...new Set(reasons.filter((part) => part.kind === kind).map(({ reason }) => reason))].join(", ");

export const holidayOf = ({ closed }: Facts): string | null =>
  closed.find(({ kind }) => kind === "holiday")?.reason ?? null;
