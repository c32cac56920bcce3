/** Integers that are known only to lie between two others, and sums of them: what somebody who subtracts figures can conclude. */

export interface Bounds {
  lo: number;
  hi: number;
}

/** The sum of these, as it was published or follows from it; both ends included. */
export interface SumBounds {
  readonly of: readonly number[];
  /** How often each of them is in the sum, less than none where it is taken off; none: each once */
  readonly times?: readonly number[];
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

function narrowBy(variables: readonly Bounds[], { of, times, lo, hi }: SumBounds): number[] {
  const terms = of.map((index, at) => termOf(variables[index] as Bounds, times?.[at] ?? 1));
  const least = terms.reduce((sum, term) => sum + term.lo, 0);
  const most = terms.reduce((sum, term) => sum + term.hi, 0);
  return of.filter((index, at) => {
    const [one, term, by] = [variables[index] as Bounds, terms[at] as Bounds, times?.[at] ?? 1];
    const before = one.hi - one.lo;
    // What is left for it by the others, of which all are at their least or at their most
    const [from, to] = [(lo - (most - term.hi)) / by, (hi - (least - term.lo)) / by].sort((a, b) => a - b);
    one.lo = Math.max(one.lo, Math.ceil(from as number));
    one.hi = Math.min(one.hi, Math.floor(to as number));
    if (one.lo > one.hi) throw new Error("What was published contradicts itself.");
    return one.hi - one.lo < before;
  });
}

const termOf = ({ lo, hi }: Bounds, by: number): Bounds =>
  by > 0 ? { lo: by * lo, hi: by * hi } : { lo: by * hi, hi: by * lo };
