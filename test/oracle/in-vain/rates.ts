import { farOut } from "../nation/chance.ts";
import { digits } from "../nation/page.ts";
import type { Counts } from "./sums.ts";

/** Rates of a hundred with their intervals of 95 %, found by halving: no formula is solved. */

const Z = farOut(0.025);

interface Interval {
  readonly from: number;
  readonly to: number;
}

const inVain = ({ paper, elsewhere, needless }: Counts): number => paper + elsewhere + needless;
const shareOf = (counts: Counts): number => inVain(counts) / counts.visits;

/** All shares from which what was seen lies no further than chance has it. */
function plausible(counts: Counts): Interval {
  const seen = shareOf(counts);
  const isFar = (share: number) => Math.abs(seen - share) > Z * Math.sqrt((share * (1 - share)) / counts.visits);
  const edge = (outer: number): number => {
    let [far, near] = [outer, seen];
    if (!isFar(far)) return far;
    for (let half = 0; half < 60; half++) {
      const middle = (far + near) / 2;
      if (isFar(middle)) far = middle;
      else near = middle;
    }
    return near;
  };
  return { from: edge(0), to: edge(1) };
}

const ofHundred = (share: number): string => digits(100 * share);

export function rateOf(counts: Counts) {
  if (counts.visits === 0) return { rate: null, band: null };
  const { from, to } = plausible(counts);
  return { rate: ofHundred(shareOf(counts)), band: { from: ofHundred(from), to: ofHundred(to) } };
}

/** How far one is below the other, and how much of that may be chance. */
export function lessBy(before: Counts | null, after: Counts) {
  if (!before || before.visits === 0 || after.visits === 0) return null;
  const [earlier, later] = [plausible(before), plausible(after)];
  const [p, q] = [shareOf(before), shareOf(after)];
  return {
    less: ofHundred(p - q),
    from: ofHundred(p - q - Math.sqrt((p - earlier.from) ** 2 + (later.to - q) ** 2)),
    to: ofHundred(p - q + Math.sqrt((earlier.to - p) ** 2 + (q - later.from) ** 2)),
  };
}
