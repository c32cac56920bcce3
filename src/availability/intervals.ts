import type { Interval } from "../platform/time.ts";

export const overlaps = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;

/** What is left of `whole` when `holes` are taken out; in order, none empty. */
export function subtract(whole: Interval, holes: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let from = whole.from;
  for (const hole of [...holes].sort((a, b) => a.from - b.from)) {
    if (hole.to <= from || hole.from >= whole.to) continue;
    if (hole.from > from) left.push({ from, to: hole.from });
    from = Math.max(from, hole.to);
  }
  if (from < whole.to) left.push({ from, to: whole.to });
  return left;
}

/** What is left of several parts when `holes` are taken out of each. */
export const without = (parts: readonly Interval[], holes: readonly Interval[]): Interval[] =>
  parts.flatMap((part) => subtract(part, holes));

/** The part of `whole` that any of the parts covers: in order, none overlapping or touching another. */
export const union = (whole: Interval, parts: readonly Interval[]): Interval[] =>
  subtract(whole, subtract(whole, parts));

export const lengthOf = (parts: readonly Interval[]): number => parts.reduce((sum, { from, to }) => sum + to - from, 0);
