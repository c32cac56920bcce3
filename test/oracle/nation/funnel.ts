import { beyond, chanceFrom, chanceUpTo, ONE_IN_THOUSAND } from "./chance.ts";
import { type Share, sum } from "./office-sums.ts";

/** Which offices of like size differ from all of them together by more than chance. */
export interface Bounds {
  readonly centre: Share;
  readonly spread: number;
}

const FEWEST = 10;

export function boundsOf(shares: readonly Share[]): Bounds {
  const centre = { count: sum(shares.map(({ count }) => count)), of: sum(shares.map(({ of }) => of)) };
  const some = shares.filter(({ of }) => of > 0);
  const share = centre.count / centre.of;
  if (some.length < FEWEST || centre.count === 0 || centre.count === centre.of) return { centre, spread: 1 };
  const off = some.map(({ count, of }) => (count - share * of) / Math.sqrt(of * share * (1 - share)));
  return { centre, spread: Math.max(1, Math.sqrt(sum(drawnIn(off).map((each) => each ** 2)) / off.length)) };
}

/** The outermost tenth on each side is as far out as the next one. */
function drawnIn(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 10);
  const [first, last] = [sorted[cut] as number, sorted[sorted.length - 1 - cut] as number];
  return sorted.map((value, index) => {
    if (index < cut) return first;
    return index >= sorted.length - cut ? last : value;
  });
}

export function outOf({ count, of }: Share, { centre, spread }: Bounds): "below" | "above" | null {
  if (of === 0 || centre.count === 0 || centre.count === centre.of) return null;
  const rare = beyond(ONE_IN_THOUSAND * spread);
  if (chanceUpTo(count, of, centre) < rare) return "below";
  return chanceFrom(count, of, centre) < rare ? "above" : null;
}
