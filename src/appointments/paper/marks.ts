import type { Hindrance, Moment, Step } from "../acts.ts";
import { type ActedOn, hindrance } from "../hindrance.ts";
import { STEP_RESULTS, type Status } from "../statuses.ts";

/** What is ticked beside an appointment on paper, and the steps at the counter that it stands for. Pure, browser-safe. */

export const MARKS = ["arrived", "served", "no-show"] as const;
export type PaperMark = (typeof MARKS)[number];

const WAYS: Readonly<Record<PaperMark, readonly Step[]>> = {
  arrived: ["arrival"],
  served: ["arrival", "service-start", "completion"],
  "no-show": ["no-show"],
};

/** Those that are still to be taken; none: it stands as it was ticked. */
export function stepsTo(mark: PaperMark, status: Status): readonly Step[] {
  const way = WAYS[mark];
  return way.slice(way.findIndex((step) => STEP_RESULTS[step].to === status) + 1);
}

/** Why an appointment can't be marked so; null: it can, or it is so already. */
export function markHindrance(mark: PaperMark, visit: ActedOn, now: Moment): Hindrance | null {
  const [first] = stepsTo(mark, visit.status);
  return first ? hindrance(first, visit, now) : null;
}
