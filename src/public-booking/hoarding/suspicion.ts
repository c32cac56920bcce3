/** How hard a browser must work before a time is held for it. Pure. */

/** What became of some forms lately. */
export interface Forms {
  /** A time was held by them, and they were not confirmed */
  readonly open: number;
  readonly confirmed: number;
}

export interface Suspicious {
  readonly address: Forms;
  readonly network: Forms;
  /** For the same day of the office, whosever they are; those that hold a time of it just now left out */
  readonly day: Forms;
  /** How much of what may be held of the day is held already, 0 to 1 */
  readonly heldShare: number;
}

/** So many forms tell nothing: a library, an office, all who share one address of a telephone company. */
const USUAL = { address: 10, network: 40, day: 10 } as const;
const TRIES = [0, 16, 32, 64, 128, 256] as const;
export const LEAST_TRIES = TRIES[1];
/** What an old phone computes in three seconds */
export const MOST_TRIES = TRIES[5];

/** So many keys it tries at most; 0: nothing is asked of it. Who confirms as many times as they leave is like anybody else. */
export function workFor({ address, network, day, heldShare }: Suspicious): number {
  const excess = Math.max(over(address, USUAL.address), over(network, USUAL.network) / 2);
  // A day for which many held times and few came back is being held by somebody: from the half on, browsers work for theirs.
  const isHoarded = heldShare >= 0.5 && over(day, USUAL.day) > 0;
  const level = Math.ceil(Math.log2(1 + excess)) + (isHoarded ? 1 : 0);
  return TRIES[Math.min(level, TRIES.length - 1)] as number;
}

/** With the one that is asked for. */
const over = ({ open, confirmed }: Forms, usual: number): number => Math.max(0, open + 1 - confirmed - usual);
