/** Shares of a hundred with their intervals of 95 %. Pure. */

const Z = 1.959964;

export interface RateInterval {
  readonly from: number;
  readonly to: number;
}

/** By Wilson: it stays within 0 and 100 also where nobody, or everybody, came in vain. @returns of a hundred */
export function wilson(count: number, of: number): RateInterval | null {
  if (of === 0) return null;
  const share = count / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { from: 100 * Math.max(0, middle - half), to: 100 * Math.min(1, middle + half) };
}

interface Counted {
  readonly count: number;
  readonly of: number;
}

/** By Newcombe, of two intervals by Wilson: how many of a hundred fewer than before. */
export function difference(before: Counted, after: Counted): (RateInterval & { readonly less: number }) | null {
  const [earlier, later] = [wilson(before.count, before.of), wilson(after.count, after.of)];
  if (!earlier || !later) return null;
  const [p, q] = [(100 * before.count) / before.of, (100 * after.count) / after.of];
  const less = p - q;
  return {
    less,
    from: less - Math.hypot(p - earlier.from, later.to - q),
    to: less + Math.hypot(earlier.to - p, q - later.from),
  };
}
