import { isLeftOver, type StandingVisit } from "../appointments/many/left-over.ts";
import type { Facts } from "../availability/facts.ts";
import { overlaps, subtract } from "../availability/intervals.ts";
import { type QueueDay, queueDays, serves } from "../availability/queue-day.ts";
import { dateOfMinute, type Interval, localDay } from "../platform/time.ts";

/** An appointment as far as a proposal has to know it; epoch minutes. */
export interface ConcernedVisit extends StandingVisit {
  readonly id: string;
  readonly queue: number;
  /** Of its service in this office */
  readonly minutes: number;
  readonly isOnline: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

/**
 * Those that the rules let stand until now, and will not any more: nobody serves there, or what was booked online is in
 * a queue that citizens see no more. What stood outside the rules before is not this change's; but a visit that its head
 * has kept there is, as soon as anything else closes it: of that the head knew nothing.
 */
export function affected(before: Facts, after: Facts, visits: readonly ConcernedVisit[]): ConcernedVisit[] {
  const [was, is] = [standingBy(before), standingBy(after)];
  const closes = (visit: ConcernedVisit): boolean => {
    const [old, now] = [was(visit), is(visit)];
    if (now.isServed) return false;
    return old.isServed || (visit.isKept && isClosedFurther(old, now));
  };
  const hidden = (visit: ConcernedVisit) => visit.isOnline && isPublic(before, visit) && !isPublic(after, visit);
  return visits.filter((visit) => closes(visit) || hidden(visit));
}

const isPublic = ({ queues }: Facts, visit: ConcernedVisit): boolean =>
  queues.some((queue) => queue.number === visit.queue && queue.public);

/** Those that stand where nothing serves, by a closure of the ministry, and of which nobody has decided yet. */
export function leftOver(facts: Facts, visits: readonly ConcernedVisit[]): ConcernedVisit[] {
  const queueDay = queueDayOf(facts);
  return visits.filter((visit) => isLeftOver(queueDay(visit), visit));
}

/** How the rules see a visit's time; of what reaches beyond it only what lies in it. */
interface Served {
  readonly isServed: boolean;
  /** The queue is not put away */
  readonly isThere: boolean;
  readonly isActive: boolean;
  readonly hours: readonly Interval[];
  readonly closed: readonly (Interval & { readonly queue: number | null })[];
}

/** Whether the second look shows a hindrance that the first did not. */
const isClosedFurther = (old: Served, now: Served): boolean =>
  (old.isThere && !now.isThere) ||
  (old.isActive && !now.isActive) ||
  old.hours.some((part) => subtract(part, now.hours).length > 0) ||
  now.closed.some((part) => count(now.closed, part) > count(old.closed, part));

const count = (parts: Served["closed"], { queue, from, to }: Served["closed"][number]): number =>
  parts.filter((part) => part.queue === queue && part.from === from && part.to === to).length;

function standingBy(facts: Facts): (visit: ConcernedVisit) => Served {
  const queueDay = queueDayOf(facts);
  return (visit) => {
    const own = queueDay(visit);
    return {
      isServed: own !== undefined && serves(own, visit),
      isThere: own !== undefined,
      isActive: own?.queue.active ?? false,
      hours: (own?.hours ?? []).filter((part) => overlaps(part, visit)).map((part) => within(part, visit)),
      closed: facts.closed
        .filter((part) => (part.queue === null || part.queue === visit.queue) && overlaps(part, visit))
        .map((part) => ({ queue: part.queue, ...within(part, visit) })),
    };
  };
}

/** Its queue on its day; of each day once. */
function queueDayOf(facts: Facts): (visit: ConcernedVisit) => QueueDay | undefined {
  const rules = { ...facts, taken: [] };
  const days = new Map<string, QueueDay[]>();
  return (visit) => {
    const date = dateOfMinute(visit.from);
    const known = days.get(date.toString());
    const day = known ?? queueDays(rules, localDay(date));
    if (!known) days.set(date.toString(), day);
    return day.find(({ queue }) => queue.number === visit.queue);
  };
}

const within = (part: Interval, { from, to }: Interval): Interval => ({
  from: Math.max(part.from, from),
  to: Math.min(part.to, to),
});
