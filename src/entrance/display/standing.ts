/** Which calls a display shows. Pure. */

interface Call {
  readonly letter: string;
  readonly number: number;
  readonly at: Temporal.Instant;
}

/** Who was called outside of the hours, before or after, has come to the counter by then */
export const STAYS_MINUTES = 15;

/**
 * Each number once, by its latest call. While the office serves, those of since it opened; else only those of a moment ago:
 * nobody reads in the evening whom somebody called at noon.
 * @param calls of today, the latest first
 * @param servesSince null: it does not now
 */
export function standingCalls<Of extends Call>(
  calls: readonly Of[],
  servesSince: Temporal.Instant | null,
  now: Temporal.Instant,
): readonly Of[] {
  const lately = now.subtract({ minutes: STAYS_MINUTES });
  const isLater = (at: Temporal.Instant, than: Temporal.Instant) => Temporal.Instant.compare(at, than) >= 0;
  const shown = new Set<string>();
  return calls.filter(({ letter, number, at }) => {
    if (!isLater(at, lately) && !(servesSince && isLater(at, servesSince))) return false;
    const key = `${letter}${number}`;
    return !shown.has(key) && shown.add(key);
  });
}
