import type { HalfHours } from "./histograms.ts";

/** Whole numbers, such as minutes, with how often each was counted. They add up over half-hours, days and offices. Pure. */
export type ValueCounts = Readonly<Record<string, number>>;

export function addedUp(each: Iterable<ValueCounts>): ValueCounts {
  const all: Record<string, number> = {};
  for (const counts of each)
    for (const [value, count] of Object.entries(counts)) all[value] = (all[value] ?? 0) + count;
  return all;
}

/** Of numbers, how often each is there. */
export function howOften(numbers: Iterable<number>): ValueCounts {
  const counts: Record<string, number> = {};
  for (const each of numbers) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

/** Of the whole day. */
export const ofWholeDay = (halfHours: HalfHours): ValueCounts => addedUp(Object.values(halfHours));

export const totalOf = (counts: ValueCounts): number => sum(Object.values(counts));

/** How many are at most so much. */
export const countUpTo = (counts: ValueCounts, most: number): number =>
  sum(Object.entries(counts).map(([value, count]) => (Number(value) <= most ? count : 0)));

/** The smallest value that such a share of all does not exceed: 0.5 the median, 0.9 nine of ten; null: nothing was counted. */
export function quantile(counts: ValueCounts, share: number): number | null {
  const ascending = Object.entries(counts)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
  const needed = share * sum(ascending.map(({ count }) => count));
  let counted = 0;
  for (const { value, count } of ascending) {
    counted += count;
    if (counted >= needed) return value;
  }
  return null;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
