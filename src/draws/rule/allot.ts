import { type DrawSetup, type DrawStanding, startDraw } from "./draw-course.ts";
import type { Allotment, DrawEvent, DrawWish } from "./draw-record.ts";

export interface DrawOutcome {
  /** In the drawn order */
  readonly allotments: readonly Allotment[];
  /** Event by event */
  readonly passed: readonly Allotment[];
}

/**
 * What is published of a draw after these events. Pure, browser-safe.
 * @param wishes in the drawn order
 * @throws Error for an event that can't have been
 */
export function allot(wishes: readonly DrawWish[], setup: DrawSetup, events: readonly DrawEvent[] = []): DrawOutcome {
  const { allotments, apply } = startDraw(wishes, setup);
  return { allotments, passed: events.flatMap((event) => apply(event)) };
}

/** Who has which place after these events, and who waits; of the same parameters as `allot`. */
export function drawStanding(
  wishes: readonly DrawWish[],
  setup: DrawSetup,
  events: readonly DrawEvent[],
): DrawStanding {
  const course = startDraw(wishes, setup);
  for (const event of events) course.apply(event);
  return course.standing();
}
