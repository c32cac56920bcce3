import type { Share } from "../contract.ts";
import { sum } from "../counts.ts";
import { atLeast, atMost, normalTail } from "./binomial.ts";

/** Which of many shares differ by more than chance: limits around what all of them come to together. Pure. */

/** Beyond the first limit 5 of 100 lie by chance, beyond the second 2 of 1,000: half of them on either side. */
export const LIMITS = { zone: 1.959964, bound: 3.090232 } as const;
export type FunnelLimit = keyof typeof LIMITS;

export interface Funnel {
  readonly centre: Share;
  /** By how much more than chance they differ, at least 1; the limits are as much wider */
  readonly spread: number;
}

/** Fewer tell nothing of how much offices differ. */
const LEAST_OFFICES = 10;

/**
 * How far offices differ beyond chance is told by their scores (share less centre, by its standard deviation): the mean of
 * their squares, the outermost tenth on each side drawn in to the next one, so that whoever is out of bounds does not widen
 * them. Its root widens the limits.
 */
export function funnelOf(shares: readonly Share[]): Funnel {
  const centre = { count: sum(shares.map(({ count }) => count)), of: sum(shares.map(({ of }) => of)) };
  const chance = centre.count / centre.of;
  const counted = shares.filter(({ of }) => of > 0);
  if (counted.length < LEAST_OFFICES || !(chance > 0 && chance < 1)) return { centre, spread: 1 };
  const scores = counted
    .map(({ count, of }) => (count / of - chance) / Math.sqrt((chance * (1 - chance)) / of))
    .sort((a, b) => a - b);
  const tenth = Math.floor(scores.length / 10);
  const inner = scores.slice(tenth, scores.length - tenth);
  const [low, high] = [inner[0] ?? 0, inner.at(-1) ?? 0];
  const squares = scores.map((score) => Math.min(high, Math.max(low, score)) ** 2);
  return { centre, spread: Math.max(1, Math.sqrt(sum(squares) / squares.length)) };
}

/** The chance, on one side, of lying beyond a limit, once it is widened. */
const tailOf = (limit: FunnelLimit, spread: number): number => normalTail(-LIMITS[limit] * spread);

/** On which side of the second limit a share lies; null: between both. */
export function sideOf({ count, of }: Share, { centre, spread }: Funnel): "below" | "above" | null {
  const chance = centre.count / centre.of;
  if (of === 0 || !(chance > 0 && chance < 1)) return null;
  const tail = tailOf("bound", spread);
  if (atMost(count, of, chance) < tail) return "below";
  return atLeast(count, of, chance) < tail ? "above" : null;
}

/** Where a limit runs at so many visits, as shares from 0 to 1; between whole counts it is drawn in proportion. */
export function limitsAt(of: number, { centre, spread }: Funnel, limit: FunnelLimit): { low: number; high: number } {
  const chance = centre.count / centre.of;
  const tail = tailOf(limit, spread);
  return { low: quantileOf(of, chance, tail) / of, high: 1 - quantileOf(of, 1 - chance, tail) / of };
}

/** The count up to which such a tail lies. */
function quantileOf(of: number, chance: number, tail: number): number {
  let [low, high] = [-1, of];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle, of, chance) >= tail) high = middle;
    else low = middle;
  }
  const [below, upTo] = [atMost(high - 1, of, chance), atMost(high, of, chance)];
  return Math.max(0, high - (upTo - tail) / (upTo - below));
}

/** How many of so many offices chance alone would put beyond the second limit, at most. */
export const byChance = (offices: number): number => offices * 2 * normalTail(-LIMITS.bound);
