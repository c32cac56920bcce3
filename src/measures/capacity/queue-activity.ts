import { subtract } from "../../availability/intervals.ts";
import { epochMinute, type Interval, type LocalDay } from "../../platform/time.ts";

/** When a queue was active on a day that is over, also where it was switched or ended meanwhile or since. Pure. */

/** A change of a queue's own row, as the history of rules tells it. */
export interface QueueChange {
  readonly at: Temporal.Instant;
  readonly queue: number;
  /** What it changed, as that was before */
  readonly before: Partial<QueueState>;
}

/** How a queue stands on one date. What is said of the date goes before what holds else; one that has ended serves no more. */
export interface QueueState {
  readonly isActive: boolean;
  /** null: nothing is said of the date */
  readonly isActiveOnDate: boolean | null;
  /** Or was not there yet */
  readonly hasEnded: boolean;
}

/** As it is now. */
export interface QueueNow extends QueueState {
  readonly number: number;
}

const serves = ({ isActive, isActiveOnDate, hasEnded }: QueueState): boolean =>
  !hasEnded && (isActiveOnDate ?? isActive);

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
function partsOf({ number, ...now }: QueueNow, latestFirst: readonly QueueChange[], day: LocalDay): Interval[] {
  const pauses: Interval[] = [];
  let until = Number.POSITIVE_INFINITY;
  let state: QueueState = now;
  for (const change of latestFirst) {
    if (change.queue !== number) continue;
    const from = epochMinute(change.at);
    if (!serves(state)) pauses.push({ from, to: until });
    until = from;
    state = { ...state, ...change.before };
  }
  if (!serves(state)) pauses.push({ from: day.from, to: until });
  return subtract(day, pauses);
}
