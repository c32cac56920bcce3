import { FEWEST, possibleCounts } from "../../src/measures/open-data/disturb.ts";

/**
 * Somebody who knows every moved count of one outcome in all offices, and the rule by which the nation's sum is exact or not
 * (src/measures/open-data/nation.ts): which counts follow from that alone?
 */

export interface ExactnessTold {
  /** As it was moved, of each office */
  readonly moved: readonly number[];
  readonly isExact: boolean;
  /** Null: the sum was told of no outcome alone */
  readonly sum: number | null;
}

/** Offices of each kind that could have one more, or one less; it is asked whether they are so many at least */
type Ask = (more: number, less: number) => boolean;

const MOST = 8;
const SUMS = 1_024;

/** Moved counts of which the count is known for certain though it is of one to seven people. */
export function countsKnown({ moved, isExact, sum }: ExactnessTold, isSafe: Ask): number[] {
  const small = moved.filter((seen) => seen > 0 && seen < FEWEST);
  const rest = moved.reduce((total, seen) => total + (seen < FEWEST ? 0 : seen), 0);
  return [...new Set(small)].filter((seen) => {
    const others = small.toSpliced(small.indexOf(seen), 1);
    const reached = statesOf(others);
    const possible = valuesOf(seen).filter((value) =>
      [...reached].some((state) => {
        const next = added(state, seen, value);
        const [more, less, total] = [next % 16, Math.floor(next / 16) % 16, Math.floor(next / 256)];
        return isSafe(more, less) === isExact && (sum === null || total + rest === sum);
      }),
    );
    return possible.length === 1;
  });
}

function valuesOf(seen: number): number[] {
  const { least, most } = possibleCounts(seen);
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

/** Of all that they could be: how many could be more and less, each up to eight, and their sum. */
function statesOf(moved: readonly number[]): Set<number> {
  let states = new Set([0]);
  for (const seen of moved) {
    const next = new Set<number>();
    for (const state of states) for (const value of valuesOf(seen)) next.add(added(state, seen, value));
    states = next;
  }
  return states;
}

function added(state: number, seen: number, value: number): number {
  const { least, most } = possibleCounts(seen);
  const more = Math.min(MOST, (state % 16) + (value < most ? 1 : 0));
  const less = Math.min(MOST, (Math.floor(state / 16) % 16) + (value > least ? 1 : 0));
  const sum = Math.min(SUMS, Math.floor(state / 256) + value);
  return more + 16 * less + 256 * sum;
}
