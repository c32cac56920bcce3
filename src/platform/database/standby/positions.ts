import type { LogPosition } from "./log-position.ts";

/** A position of the primary, which was behind everything that had been heard of at that moment. */
export interface PositionSample extends LogPosition {
  /** On the clock of performance.now(), before it was asked for */
  readonly at: number;
}

export interface Positions {
  add(position: PositionSample): void;
  /**
   * The earliest that a look may be content with: not older than the bound, and behind the last change that was heard of.
   * Null: none is known.
   */
  wanted(isUnchanged: (since: number) => boolean, now: number): PositionSample | null;
  /** The same as of when the primary answered last, whatever was heard since */
  lastWanted(): PositionSample | null;
  /** How long ago the primary was where a standby is now: milliseconds; null: before anything that is known */
  ageOf(lsn: bigint, now: number): number | null;
}

/** For so long they are known, so that it can be told how far behind a standby is. */
const KNOWN_MS = 60_000;

/** @param boundMs as READ_DATABASE_LAG_MS */
export function createPositions(boundMs: number): Positions {
  let known: PositionSample[] = [];

  function wanted(isUnchanged: (since: number) => boolean, now: number): PositionSample | null {
    let found: PositionSample | null = null;
    for (let index = known.length - 1; index >= 0; index--) {
      const position = known[index] as PositionSample;
      if (now - position.at > boundMs || !isUnchanged(position.at)) break;
      found = position;
    }
    return found;
  }

  return {
    add: (position) => {
      const last = known.at(-1);
      // Of another primary nothing can be compared.
      const isOfAnother = last && (last.database !== position.database || last.timeline !== position.timeline);
      known = isOfAnother ? [] : known.filter(({ at }) => position.at - at <= Math.max(boundMs, KNOWN_MS));
      known.push(position);
    },
    wanted,
    lastWanted: () => {
      const last = known.at(-1);
      return last ? wanted(() => true, last.at) : null;
    },
    ageOf: (lsn, now) => {
      const behind = known.find((position) => position.lsn > lsn);
      // All that is known of the primary it has.
      if (!behind) return known.length > 0 ? 0 : null;
      return behind === known[0] ? null : now - behind.at;
    },
  };
}
