import { type QueueDay, serves } from "../../availability/queue-day.ts";
import type { Interval } from "../../platform/time.ts";

export interface StandingVisit extends Interval {
  /** It has begun or is over: whatever changes, it stays where it is */
  readonly isUnderWay: boolean;
  /** Its head has seen that nothing serves there, and kept it */
  readonly isKept: boolean;
}

/**
 * It stands where nothing serves, and its head has not decided about it: the work list and the banner of a closed day name the
 * same ones.
 *
 * @param queueDay its queue on its day; undefined: the office has no such queue any more
 */
export const isLeftOver = (queueDay: QueueDay | undefined, visit: StandingVisit): boolean =>
  !visit.isKept && !visit.isUnderWay && !(queueDay && serves(queueDay, visit));
