import { subtract } from "../../availability/intervals.ts";
import { epochMinute, type Interval, type LocalDay } from "../../platform/time.ts";

/** When a queue was active on a day that is over, also where it was switched or ended meanwhile or since. Pure. */

/** A change of a queue's own row, as the history of rules tells it. */
export interface QueueChange {
  readonly at: Temporal.Instant;
  readonly queue: number;
  /** Before the change; a queue that was not there yet served nobody */
  readonly wasActive: boolean;
  readonly isActive: boolean;
}

export interface QueueNow {
  readonly number: number;
  /** As it is now; one that has ended is not */
  readonly active: boolean;
}

/**
 * @param changes of all queues since the day began, also later ones
 * @returns for each queue the parts of the day in which it was active, half-open, in epoch minutes
 */
export function activeParts(
  queues: readonly QueueNow[],
  changes: readonly QueueChange[],
  day: LocalDay,
): ReadonlyMap<number, readonly Interval[]> {
  const latestFirst = changes.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  return new Map(queues.map((queue) => [queue.number, partsOf(queue, latestFirst, day)]));
}

/** From now back to the day's beginning: between two changes it was as the later one found it. */
function partsOf({ number, active }: QueueNow, latestFirst: readonly QueueChange[], day: LocalDay): Interval[] {
  const pauses: Interval[] = [];
  let until = Number.POSITIVE_INFINITY;
  let isActive = active;
  for (const change of latestFirst) {
    if (change.queue !== number) continue;
    const from = epochMinute(change.at);
    if (!isActive) pauses.push({ from, to: until });
    until = from;
    isActive = change.wasActive;
  }
  if (!isActive) pauses.push({ from: day.from, to: until });
  return subtract(day, pauses);
}
