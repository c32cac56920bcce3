import type { Outcome } from "./outcome.ts";

/** People of one office and month, of one group of services, of whom the same became. */
export interface Cell {
  readonly office: string;
  readonly group: string;
  readonly outcome: Outcome;
  readonly count: number;
}

const FEWEST = 8;

/** From one to seven are moved, by one at most, and are neither none nor eight then; what is moved once is so in every version. */
export const isFew = (count: number): boolean => count < FEWEST;

/** @returns both included: what so many may have become, and as well of how many people so many may be */
export const movedTo = (count: number): readonly [number, number] =>
  isFew(count) ? [Math.max(1, count - 1), Math.min(FEWEST - 1, count + 1)] : [count, count];

/** What is told where it may be of fewer than eight */
export const WITHHELD = "*";

const MOST = FEWEST;

/**
 * All that a figure may be told as, however its parts were moved: added up, then rounded to five; withheld where its people may be
 * fewer than eight.
 */
export function mayBeTold(cells: readonly Cell[]): ReadonlySet<number | typeof WITHHELD> {
  // Each by its sum, and by how many people it surely is of, of which more than eight don't matter.
  let sums = new Set([0]);
  for (const { count } of cells) {
    const next = new Set<number>();
    for (const each of sums)
      for (const moved of between(...movedTo(count))) {
        const surely = Math.min(MOST, (each % (MOST + 1)) + movedTo(moved)[0]);
        next.add((Math.floor(each / (MOST + 1)) + moved) * (MOST + 1) + surely);
      }
    sums = next;
  }
  return new Set([...sums].map((each) => told(Math.floor(each / (MOST + 1)), each % (MOST + 1))));
}

function told(sum: number, surely: number): number | typeof WITHHELD {
  if (sum === 0) return 0;
  return surely < FEWEST ? WITHHELD : 5 * Math.floor((sum + 2) / 5);
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
