import type { Gap } from "../../contract.ts";

export interface GapGroup extends Omit<Gap, "date"> {
  readonly dates: readonly string[];
}

/** Gaps that differ by nothing but their day, together: an employee who is missing is missing every day. Pure. */
export function gapGroups(gaps: readonly Gap[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { date, ...gap } of gaps) {
    const key = JSON.stringify([gap.queue, gap.from, gap.to, gap.why, gap.reason]);
    groups.set(key, { ...gap, dates: [...(groups.get(key)?.dates ?? []), date] });
  }
  return [...groups.values()];
}
