/** How hard a browser must work before a time is held for it. Pure. */

/** What became of the forms of one party lately. */
export interface Forms {
  /** A time is held by them, or was until its minutes were over */
  readonly open: number;
  readonly confirmed: number;
}

export interface Suspicious {
  readonly address: Forms;
  readonly network: Forms;
  /** How much of what may be held of the day is held already, 0 to 1 */
  readonly heldShare: number;
}

/** So many forms tell nothing: a family, an office, all who share one address of a telephone company. */
const USUAL = { address: 3, network: 12 } as const;
const TRIES = [0, 16, 32, 64, 128, 256] as const;
export const LEAST_TRIES = TRIES[1];
/** What an old phone computes in three seconds */
export const MOST_TRIES = TRIES[5];

/** So many keys it tries at most; 0: nothing is asked of it. Who confirms as many times as they leave is like anybody else. */
export function workFor({ address, network, heldShare }: Suspicious): number {
  const excess = Math.max(over(address, USUAL.address), over(network, USUAL.network) / 2);
  const level = Math.ceil(Math.log2(1 + excess)) + (heldShare >= 0.5 ? 1 : 0);
  return TRIES[Math.min(level, TRIES.length - 1)] as number;
}

/** With the one that is asked for. */
const over = ({ open, confirmed }: Forms, usual: number): number => Math.max(0, open + 1 - confirmed - usual);
