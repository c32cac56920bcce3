/** Integers that are known only to lie between two others, and sums of them: what somebody who subtracts figures can conclude. */

export interface Bounds {
  lo: number;
  hi: number;
}

/** The sum of these, as it was published or follows from it; both ends included. */
export interface SumBounds {
  readonly of: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

/** Narrows each until no sum says more of any: exact for figures of which each is in one sum at each level. */
export function narrow(variables: readonly Bounds[], sums: readonly SumBounds[]): void {
  const sumsOf = new Map<number, SumBounds[]>();
  for (const each of sums) for (const index of each.of) sumsOf.set(index, [...(sumsOf.get(index) ?? []), each]);
  const waiting = new Set(sums);
  for (const next of waiting) {
    waiting.delete(next);
    for (const changed of narrowBy(variables, next)) for (const other of sumsOf.get(changed) ?? []) waiting.add(other);
  }
}

function narrowBy(variables: readonly Bounds[], { of, lo, hi }: SumBounds): number[] {
  const all = of.map((index) => variables[index] as Bounds);
  const least = all.reduce((sum, one) => sum + one.lo, 0);
  const most = all.reduce((sum, one) => sum + one.hi, 0);
  return of.filter((_, at) => {
    const one = all[at] as Bounds;
    const before = one.hi - one.lo;
    one.hi = Math.min(one.hi, hi - (least - one.lo));
    one.lo = Math.max(one.lo, lo - (most - (one.lo + before)));
    if (one.lo > one.hi) throw new Error("What was published contradicts itself.");
    return one.hi - one.lo < before;
  });
}
