import type { Direction } from "../../../../kit/roving.ts";
import type { CellPlace } from "../../cell-focus.ts";
import type { Cell, QueueColumn } from "../plan-layout.ts";

/** Moving about the plan by keys: one cell of the whole plan is in the Tab order. Pure. */

export const isReachable = ({ kind }: Cell): boolean => kind === "appointment" || kind === "free";

/** Where a direction leads; null at the edge. Sideways: nearest in time, in the next queue that has any. */
export function neighbour(columns: readonly QueueColumn[], place: CellPlace, direction: Direction): CellPlace | null {
  const at = columns.findIndex(({ queue }) => queue.number === place.queue);
  if (direction !== "left" && direction !== "right") return vertical(columns[at], place, direction);
  const others = direction === "right" ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).toReversed();
  const column = others.find(({ cells }) => cells.some(isReachable));
  return column ? nearestIn(column, place.from) : null;
}

/** Where Tab enters the plan: what is due now, or else its first cell. */
export function entrance(columns: readonly QueueColumn[], now: number | null): CellPlace | null {
  const column = columns.find(({ cells }) => cells.some(isReachable));
  return column ? nearestIn(column, now ?? 0) : null;
}

export const isReachablePlace = (columns: readonly QueueColumn[], { queue, from }: CellPlace): boolean =>
  columns.some(
    (column) => column.queue.number === queue && column.cells.some((cell) => cell.from === from && isReachable(cell)),
  );

/** Within the queue's day: by cell, by hour, or to its ends. */
function vertical(
  column: QueueColumn | undefined,
  { queue, from: at }: CellPlace,
  direction: Exclude<Direction, "left" | "right">,
): CellPlace | null {
  const starts = column?.cells.filter(isReachable).map(({ from }) => from) ?? [];
  const from = {
    up: () => starts.findLast((start) => start < at),
    down: () => starts.find((start) => start > at),
    first: () => starts[0],
    last: () => starts.at(-1),
    "page-up": () => starts.findLast((start) => start <= at - HOUR) ?? starts[0],
    "page-down": () => starts.find((start) => start >= at + HOUR) ?? starts.at(-1),
  }[direction]();
  return from === undefined ? null : { queue, from };
}

const HOUR = 60;

function nearestIn({ queue, cells }: QueueColumn, minute: number): CellPlace | null {
  const nearest = cells
    .filter(isReachable)
    .toSorted((a, b) => Math.abs(a.from - minute) - Math.abs(b.from - minute))[0];
  return nearest ? { queue: queue.number, from: nearest.from } : null;
}
