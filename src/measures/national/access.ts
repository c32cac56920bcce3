import { quantile, type ValueCounts } from "../counts.ts";
import type { Access } from "./contract.ts";
import { COLLATOR, type OfficeSums } from "./offices.ts";

/** How far ahead whoever telephones finds a place, over offices: half of them, and nine of ten. Pure. */

export function accessOf(offices: readonly OfficeSums[]): Access {
  const seen = offices.filter(({ looked }) => looked).map(({ thirdFreeDays }) => thirdFreeDays);
  const counts: Record<string, number> = {};
  for (const days of seen) {
    const ahead = days ?? Number.POSITIVE_INFINITY;
    counts[ahead] = (counts[ahead] ?? 0) + 1;
  }
  return {
    offices: seen.length,
    median: within(counts, 0.5),
    nineOfTen: within(counts, 0.9),
    none: seen.filter((days) => days === null).length,
  };
}

function within(counts: ValueCounts, part: number): number | null {
  const days = quantile(counts, part);
  return days === Number.POSITIVE_INFINITY ? null : days;
}

/** By name; offices without a region last. */
export const accessByRegion = (offices: readonly OfficeSums[]): (Access & { readonly region: string | null })[] =>
  [...Map.groupBy(offices, ({ region }) => region)]
    .map(([region, those]) => ({ region, ...accessOf(those) }))
    .sort(
      (a, b) =>
        Number(a.region === null) - Number(b.region === null) || COLLATOR.compare(a.region ?? "", b.region ?? ""),
    );
