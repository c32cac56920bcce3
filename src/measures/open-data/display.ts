import { sum } from "../counts.ts";
import { FEWEST, possibleCounts } from "./disturb.ts";

/** How a count is published: rounded to five, and not at all where it may be of fewer than eight people. Pure. */

export const WITHHELD = "*";
export type PublishedCount = number | typeof WITHHELD;

const STEP = 5;

/** @param parts disturbed counts of which the figure is the sum: added up first, then rounded */
export const displayed = (parts: readonly number[]): PublishedCount => displayedSum(disturbedSum(parts));

/** Of disturbed counts: sums of it add up. */
export interface DisturbedSum {
  readonly total: number;
  /** How many they are at least */
  readonly least: number;
}

export const disturbedSum = (parts: readonly number[]): DisturbedSum => ({
  total: sum(parts),
  least: sum(parts.map((part) => possibleCounts(part).least)),
});

export function displayedSum({ total, least }: DisturbedSum): PublishedCount {
  if (total === 0) return 0;
  return least < FEWEST ? WITHHELD : Math.round(total / STEP) * STEP;
}
