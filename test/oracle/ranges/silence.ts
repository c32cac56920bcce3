/** Of fewer nothing is concluded. */
export const CASES = 50;

/** Whether one that keeps nine of ten would keep so few less than once in a hundred times: in whole numbers. */
export function isRightTooSeldom(kept: number, of: number): boolean {
  if (of < CASES || kept * 10 >= of * 9) return false;
  let [choose, ways] = [1n, 0n];
  for (let each = 0; each <= kept; each++) {
    ways += choose * 9n ** BigInt(each);
    choose = (choose * BigInt(of - each)) / BigInt(each + 1);
  }
  return ways * 100n < 10n ** BigInt(of);
}
