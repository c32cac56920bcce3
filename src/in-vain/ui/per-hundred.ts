import type { InVainCounts } from "../contract.ts";

export const inVainCount = ({ paper, elsewhere, needless }: InVainCounts): number => paper + elsewhere + needless;

export const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** null: nobody came */
export const perHundred = (counts: InVainCounts): number | null =>
  counts.visits === 0 ? null : toTenth((100 * inVainCount(counts)) / counts.visits);
