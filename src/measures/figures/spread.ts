import type { Spread } from "../contract.ts";
import { quantile, totalOf, type ValueCounts } from "../counts.ts";

/** Half of them, and nine of ten: never a mean alone. Pure. */
export const spreadOf = (counts: ValueCounts): Spread => ({
  count: totalOf(counts),
  median: quantile(counts, 0.5),
  nineOfTen: quantile(counts, 0.9),
});
