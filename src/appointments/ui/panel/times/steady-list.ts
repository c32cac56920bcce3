import { isSamePlace, type Slot } from "../../plan-marks.ts";
import { byTime, slotMoment } from "./first-times.ts";

/** A list of times that does not move under one's hand. Pure. */

export interface SteadyRules {
  readonly canBeHad: (slot: Slot) => boolean;
  /** It was clicked, or is the present one: it stands before the order of time */
  readonly isPinned: (slot: Slot) => boolean;
}

/** As it was shown, while all of it can be had; otherwise the rest of it, and others in the place of what was lost. */
export function steadyList(
  shown: readonly Slot[],
  fresh: readonly Slot[],
  { canBeHad, isPinned }: SteadyRules,
): readonly Slot[] {
  const kept = shown.filter(canBeHad);
  if (kept.length === shown.length && fresh.length <= shown.length) return shown;
  const others = fresh.filter((slot) => !kept.some((each) => isSamePlace(each, slot)));
  const all = [...kept, ...others].slice(0, Math.max(shown.length, fresh.length));
  return [...all.filter(isPinned), ...all.filter((slot) => !isPinned(slot)).toSorted(byTime)];
}

/** What is stood on once a place was lost: the next one in time, or else the soonest there is. */
export const nextAfter = (lost: Slot, list: readonly Slot[]): Slot | null =>
  list.find((slot) => slotMoment(slot) >= slotMoment(lost)) ?? list[0] ?? null;
