const SLIP = 0.6;
const TWO_SLIPS = 0.5;
const LONG = 5;
const VERY_LONG = 9;

/** How surely a word was meant that was typed with one slip, or two where it is long; 0: not at all. By sounds. Pure. */
export function slipped(typed: readonly string[], meant: readonly string[]): number {
  let best = 0;
  for (const a of typed) for (const b of meant) best = Math.max(best, surenessOf(a, b));
  return best;
}

function surenessOf(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < LONG || Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return 0;
  const slips = slipsBetween(a, b);
  if (slips <= 1) return SLIP;
  return slips === 2 && shorter >= VERY_LONG ? TWO_SLIPS : 0;
}

/** Letters put in, left out or taken for others; two exchanged count as one. At most 3 are counted. */
function slipsBetween(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] as number) + 1);
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > 2) return 3;
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
