import type { Facts } from "../availability/facts.ts";
import { serves as isServed, type QueueDay, queueDays } from "../availability/queue-day.ts";
import { dateOfMinute, type Interval, localDay } from "../platform/time.ts";

/** An appointment as far as a proposal has to know it; epoch minutes. */
export interface Visit extends Interval {
  readonly id: string;
  readonly queue: number;
  /** Of its service in this office */
  readonly minutes: number;
  readonly isOnline: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  /** It has begun or is over: whatever changes, it stays where it is */
  readonly isUnderWay: boolean;
  /** Its head has seen that nothing serves there, and kept it */
  readonly isKept: boolean;
}

/**
 * Those that the rules let stand until now, and will not any more: nobody serves there, or what was booked online is in
 * a queue that citizens see no more. What stood outside the rules before is not this change's.
 */
export function affected(before: Facts, after: Facts, visits: readonly Visit[]): Visit[] {
  const [served, serves] = [servesBy(before), servesBy(after)];
  const hidden = (visit: Visit) => visit.isOnline && isPublic(before, visit) && !isPublic(after, visit);
  return inOrder(visits.filter((visit) => (served(visit) && !serves(visit)) || hidden(visit)));
}

const isPublic = ({ queues }: Facts, visit: Visit): boolean =>
  queues.some((queue) => queue.number === visit.queue && queue.public);

/** Those that stand where nothing serves, by a closure of the ministry, and of which nobody has decided yet. */
export function leftOver(facts: Facts, visits: readonly Visit[]): Visit[] {
  const now = servesBy(facts);
  return inOrder(visits.filter((visit) => !now(visit) && !visit.isKept && !visit.isUnderWay));
}

const inOrder = (visits: readonly Visit[]): Visit[] => visits.toSorted((a, b) => a.from - b.from || a.queue - b.queue);

function servesBy(facts: Facts): (visit: Visit) => boolean {
  const rules = { ...facts, taken: [] };
  const days = new Map<string, QueueDay[]>();
  return (visit) => {
    const date = dateOfMinute(visit.from);
    const known = days.get(date.toString());
    const day = known ?? queueDays(rules, localDay(date));
    if (!known) days.set(date.toString(), day);
    const own = day.find(({ queue }) => queue.number === visit.queue);
    return own !== undefined && isServed(own, visit);
  };
}
