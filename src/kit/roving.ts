/** Lists of which one member is in the Tab order, and keys move to the others: which key leads where. Pure. */

export type Direction = "up" | "down" | "left" | "right" | "first" | "last" | "page-up" | "page-down";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
  PageUp: "page-up",
  PageDown: "page-down",
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Null: no key that moves; with another key held down it means something else everywhere. */
export function directionOf({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): Direction | null {
  return ctrlKey || altKey || metaKey || shiftKey ? null : (DIRECTIONS[key] ?? null);
}

const PAGE = 10;

/** The place in a list of one column to which a direction leads, the same at its edge; null: no direction of such a list. */
export function along(direction: Direction | null, at: number, count: number): number | null {
  const to = direction && STEPS[direction]?.(at, count);
  return typeof to === "number" ? Math.min(Math.max(to, 0), count - 1) : null;
}

const STEPS: Readonly<Partial<Record<Direction, (at: number, count: number) => number>>> = {
  up: (at) => at - 1,
  down: (at) => at + 1,
  first: () => 0,
  last: (_, count) => count - 1,
  "page-up": (at) => at - PAGE,
  "page-down": (at) => at + PAGE,
};
