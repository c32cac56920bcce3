import { sum } from "../counts.ts";
import { disturb, isSmall, possibleCounts } from "./disturb.ts";

/** One outcome of a group in all offices: the whole nation's count is exact where it gives away nobody's. Pure. */

/** So many offices at least could have had one more, and as many one less, by all that is published of them */
const OFFICES_NEEDED = 8;

export interface CountedCell {
  /** As it was counted */
  readonly count: number;
  /** As offices' figures have it */
  readonly disturbed: number;
}

export const cellOf = (count: number, cell: string, key: Uint8Array): CountedCell => ({
  count,
  disturbed: disturb(count, cell, key),
});

/**
 * Whether the exact sum says nothing of any office. Whoever knew every disturbed count would still find, for each small one,
 * others that could be one more or less in its stead; and where there is hardly room for so many, that they are so many would
 * say which they are.
 */
export function isSafeSum(cells: readonly CountedCell[]): boolean {
  const small = cells.filter(({ count }) => isSmall(count));
  const couldBeMore = small.filter(({ count, disturbed }) => count < possibleCounts(disturbed).most);
  const couldBeLess = small.filter(({ count, disturbed }) => count > possibleCounts(disturbed).least);
  if (small.length === 0) return true;
  return roomOf(small) > 2 * OFFICES_NEEDED && Math.min(couldBeMore.length, couldBeLess.length) >= OFFICES_NEEDED;
}

/** How much more all of them could be at their most than at their least, by what is seen of them. */
const roomOf = (cells: readonly CountedCell[]): number =>
  sum(
    cells.map(({ disturbed }) => {
      const { least, most } = possibleCounts(disturbed);
      return most - least;
    }),
  );

export const exactSum = (cells: readonly CountedCell[]): number => sum(cells.map(({ count }) => count));
