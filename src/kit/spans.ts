/** Half-open stretches of minutes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const isOverlapping = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

export function clipped(span: Span, limits: Span): Span | null {
  const from = Math.max(span.from, limits.from);
  const to = Math.min(span.to, limits.to);
  return from < to ? { from, to } : null;
}

/** The rest of a span when others are taken away. */
export function spanWithout(whole: Span, others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, other) =>
      left.flatMap((span) =>
        isOverlapping(span, other)
          ? [
              { from: span.from, to: other.from },
              { from: other.to, to: span.to },
            ].filter(({ from, to }) => from < to)
          : [span],
      ),
    [whole],
  );
}
