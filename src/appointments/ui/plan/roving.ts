import type { CellPlace } from "../cell-focus.ts";
import type { Cell, QueueColumn } from "./plan-layout.ts";

/** Moving about the plan with the arrows: one cell of the whole plan is in the Tab order. Pure. */

export type Direction = "up" | "down" | "left" | "right";

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export const isReachable = ({ kind }: Cell): boolean => kind === "appointment" || kind === "free";

/** The nearest cell in that direction; null at the edge. Sideways: nearest in time, in the next queue that has any. */
export function neighbour(columns: readonly QueueColumn[], place: CellPlace, direction: Direction): CellPlace | null {
  const at = columns.findIndex(({ queue }) => queue.number === place.queue);
  if (direction === "up" || direction === "down") return vertical(columns[at], place, direction);
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

function vertical(column: QueueColumn | undefined, place: CellPlace, direction: "up" | "down"): CellPlace | null {
  const reachable = column?.cells.filter(isReachable) ?? [];
  const cell =
    direction === "down"
      ? reachable.find(({ from }) => from > place.from)
      : reachable.findLast(({ from }) => from < place.from);
  return cell ? { queue: place.queue, from: cell.from } : null;
}

function nearestIn({ queue, cells }: QueueColumn, minute: number): CellPlace | null {
  const nearest = cells
    .filter(isReachable)
    .toSorted((a, b) => Math.abs(a.from - minute) - Math.abs(b.from - minute))[0];
  return nearest ? { queue: queue.number, from: nearest.from } : null;
}
