import { type Bounds, narrow, type SumBounds } from "../../open-data/bounds.ts";
import { type Cell, isFew, movedTo, WITHHELD } from "./cell.ts";

/** Whether there is one way of moving small counts by which all that is told of a month, in all its versions, is right. */

/** A figure that is neither exact nor missing. */
export interface FigureSum {
  readonly cells: readonly Cell[];
  readonly value: number | typeof WITHHELD;
}

/** Whether of four in five at least the waiting is known. */
export interface TimedShare {
  readonly timed: readonly Cell[];
  readonly untimed: readonly Cell[];
  readonly isComplete: boolean;
}

const GREATEST = 1_000_000;

export function hasOneDraw(figures: readonly FigureSum[], shares: readonly TimedShare[]): boolean {
  const indexes = new Map<string, number>();
  const moved: Bounds[] = [];
  const sumOf = (cells: readonly (readonly [Cell, number])[], lo: number, hi: number): SumBounds => {
    const few = cells.filter(([cell]) => isFew(cell.count));
    const rest = cells.reduce((sum, [{ count }, times]) => sum + (isFew(count) ? 0 : times * count), 0);
    return {
      of: few.map(([cell]) => indexOf(cell)),
      times: few.map(([, times]) => times),
      lo: lo - rest,
      hi: hi - rest,
    };
  };
  const indexOf = ({ office, group, outcome, count }: Cell): number => {
    const name = JSON.stringify([office, group, outcome, count]);
    const found = indexes.get(name);
    if (found !== undefined) return found;
    const [lo, hi] = movedTo(count);
    indexes.set(name, moved.push({ lo, hi }) - 1);
    return moved.length - 1;
  };
  const sums = [
    ...figures.map(({ cells, value }) =>
      sumOf(
        cells.map((cell) => [cell, 1] as const),
        ...boundsOf(value, cells),
      ),
    ),
    ...shares.map(({ timed, untimed, isComplete }) => {
      const parts = [...timed.map((cell) => [cell, 1] as const), ...untimed.map((cell) => [cell, -4] as const)];
      return isComplete ? sumOf(parts, 0, GREATEST) : sumOf(parts, -GREATEST, -1);
    }),
  ];
  try {
    narrow(moved, sums);
  } catch {
    return false;
  }
  // A sum of which no part was moved is asked by nobody.
  return sums.every(({ of, lo, hi }) => of.length > 0 || (lo <= 0 && 0 <= hi));
}

/** Of each part that was moved there may be one fewer. */
function boundsOf(value: FigureSum["value"], cells: readonly Cell[]): readonly [number, number] {
  if (value === WITHHELD) return [1, 7 + cells.filter(({ count }) => isFew(count)).length];
  return value === 0 ? [0, 0] : [value - 2, value + 2];
}
