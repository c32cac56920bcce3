import { countUpTo, totalOf, type ValueCounts } from "../counts.ts";

/** Waits in coarse steps, which add up over weeks and offices as counts do. Pure. */

/** Whole minutes, each step up to and including it; the last has no end. */
export const WAIT_STEPS = [5, 10, 15, 20, 30, 45, 60, null] as const;

/** How many waited so long, step by step. */
export function inSteps(waits: ValueCounts): number[] {
  const upTo = WAIT_STEPS.map((step) => (step === null ? totalOf(waits) : countUpTo(waits, step)));
  return upTo.map((count, index) => count - (upTo[index - 1] ?? 0));
}

/** The step that such a share did not exceed, by its last minute; "longer": the last one. null: nobody was counted. */
export function stepOfShare(steps: readonly number[], share: number): number | "longer" | null {
  const total = steps.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let counted = 0;
  const index = steps.findIndex((count) => {
    counted += count;
    return counted >= share * total;
  });
  return WAIT_STEPS[index] ?? "longer";
}
