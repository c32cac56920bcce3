import type { InVainCounts } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";

export const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** null: nobody came */
export const perHundred = (counts: InVainCounts): number | null =>
  counts.visits === 0 ? null : toTenth((100 * inVainCount(counts)) / counts.visits);
