import { daysFrom } from "../availability/by-day.ts";
import { freeStarts, openParts, type QueueDay, visitMinutes } from "../availability/queue-day.ts";
import type { LocalDay } from "../platform/time.ts";
import type { Closing, Room } from "./contract.ts";

/** How much room a day has. Pure. */

/** The weeks shown, from the Monday of the week that was asked for. */
export const mondayOnOrBefore = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

/** So many weeks from a day on, or from today where that has passed; none if all of them have. */
export function weeksAhead(from: Temporal.PlainDate, weeks: number, today: Temporal.PlainDate): LocalDay[] {
  const count = weeks * 7;
  if (Temporal.PlainDate.compare(from.add({ days: count }), today) <= 0) return [];
  return daysFrom(Temporal.PlainDate.compare(from, today) < 0 ? today : from, count);
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
  // A holiday says more than that nobody would serve anyway; an exception concerns only queues that would.
  const reasons = [
    ...active.flatMap(({ closed }) => closed).filter(({ kind }) => kind !== "exception"),
    ...active.flatMap(({ hours, closed }) => (hours.length > 0 ? closed : [])),
  ];
  const kind = (["holiday", "closure", "exception"] as const).find((one) => reasons.some((part) => part.kind === one));
  if (!kind) return { kind: "hours", reason: null };
  const said = reasons.filter((part) => part.kind === kind);
  const isInEnglish = said.every(({ reasonEn }) => reasonEn);
  return {
    kind,
    reason: listed(said.map(({ reason }) => reason)),
    reasonEn: isInEnglish ? listed(said.map(({ reasonEn }) => reasonEn as string)) : undefined,
  };
}

const listed = (words: readonly string[]): string => [...new Set(words)].join(", ");
