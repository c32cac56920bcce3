import { sum } from "../counts.ts";
import { FEWEST, possibleCounts } from "./disturb.ts";

/** How a count is published: rounded to five, and not at all where it may be of fewer than eight people. Pure. */

export const WITHHELD = "*";
export type PublishedCount = number | typeof WITHHELD;

const STEP = 5;

/** @param parts disturbed counts of which the figure is the sum: added up first, then rounded */
export function displayed(parts: readonly number[]): PublishedCount {
  const total = sum(parts);
  if (total === 0) return 0;
  return sum(parts.map((part) => possibleCounts(part).least)) < FEWEST ? WITHHELD : Math.round(total / STEP) * STEP;
}
