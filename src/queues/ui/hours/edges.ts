import type { Span } from "../../../kit/spans.ts";

/** Moving the beginning or the end of an interval of hours, by hand or by key. Minutes of the day. Pure. */

export type Edge = "from" | "to";

const DAY: Span = { from: 0, to: 1440 };

/** How far an edge may go: its interval holds a slot at least, and touches no other. */
export function limitsOf(spans: readonly Span[], index: number, edge: Edge, slot: number): Span {
  const { from, to } = spans[index] ?? DAY;
  if (edge === "from") {
    const before = spans.filter((span) => span.to <= from).map((span) => span.to);
    return { from: Math.max(DAY.from, ...before), to: to - slot };
  }
  const after = spans.filter((span) => span.from >= to).map((span) => span.from);
  return { from: from + slot, to: Math.min(DAY.to, ...after) };
}

interface EdgeOfSpan {
  readonly spans: readonly Span[];
  readonly index: number;
  readonly edge: Edge;
}

/** Where the edge comes to lie when it is wished somewhere: whole slots away from where it was, within its limits. */
export function movedEdge({ spans, index, edge }: EdgeOfSpan, wished: number, slot: number): number {
  const start = spans[index]?.[edge] ?? wished;
  const limits = limitsOf(spans, index, edge, slot);
  if (limits.from > limits.to) return start;
  const stepped = start + Math.round((wished - start) / slot) * slot;
  return Math.min(limits.to, Math.max(limits.from, stepped));
}

/** Where a key wishes it; null: no key of ours. */
export function wishedBy(key: string, minute: number, slot: number, limits: Span): number | null {
  const wishes: Readonly<Record<string, number>> = {
    ArrowRight: minute + slot,
    ArrowUp: minute + slot,
    ArrowLeft: minute - slot,
    ArrowDown: minute - slot,
    PageUp: minute + 60,
    PageDown: minute - 60,
    Home: limits.from,
    End: limits.to,
  };
  return wishes[key] ?? null;
}
