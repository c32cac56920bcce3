import type { Share } from "./office-sums.ts";

/** What chance alone does, in whole numbers where it is counted and by summing up small steps where it is not. */

/** Of `of`, each with the centre's chance, at most so many: ways of bⁿ, where the chance is a in b. */
function waysUpTo(most: number, of: number, { count: a, of: b }: Share): bigint {
  const [hit, miss] = [BigInt(a), BigInt(b - a)];
  let [choose, ways] = [1n, 0n];
  for (let hits = 0; hits <= most; hits++) {
    ways += choose * hit ** BigInt(hits) * miss ** BigInt(of - hits);
    choose = (choose * BigInt(of - hits)) / BigInt(hits + 1);
  }
  return ways;
}

const PARTS = 10n ** 30n;

/** @returns the chance of at most so many */
export function chanceUpTo(most: number, of: number, centre: Share): number {
  if (most < 0) return 0;
  return Number((waysUpTo(most, of, centre) * PARTS) / BigInt(centre.of) ** BigInt(of)) / Number(PARTS);
}

/** @returns the chance of so many or more */
export const chanceFrom = (least: number, of: number, { count, of: all }: Share): number =>
  chanceUpTo(of - least, of, { count: all - count, of: all });

const STEPS = 4_000;
const FAR = 14;

/** Beyond z of a normal distribution, on one side: e^(−z²/2) ∫ e^(−zt − t²/2) dt ÷ √2π, by Simpson's rule. */
export function beyond(z: number): number {
  const height = (t: number) => Math.exp(-z * t - (t * t) / 2);
  const width = FAR / STEPS;
  let area = height(0) + height(FAR);
  for (let step = 1; step < STEPS; step++) area += (step % 2 === 0 ? 2 : 4) * height(step * width);
  return (Math.exp((-z * z) / 2) * area * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** So far out lies one in a thousand, on one side. */
export const ONE_IN_THOUSAND = farOut(0.001);

/** @returns beyond which such a share lies, on one side */
export function farOut(share: number): number {
  let [low, high] = [0, 8];
  for (let half = 0; half < 60; half++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > share) low = middle;
    else high = middle;
  }
  return low;
}
