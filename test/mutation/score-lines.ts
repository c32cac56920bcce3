import type { Score } from "./mutation.ts";

const ENOUGH = 0.85;

const share = ({ noticed, survivors }: Score): number => noticed / Math.max(1, noticed + survivors.length);

export const isEnough = (score: Score): boolean => share(score) >= ENOUGH;

/** A module's share of what can be noticed, and below it what was not. */
export function inLines(score: Score): string[] {
  const { module, noticed, harmless, survivors } = score;
  const all = noticed + survivors.length;
  return [
    `faults planted one by one in ${module}: ${noticed} of ${all} noticed (${Math.floor(share(score) * 100)} %), and ` +
      `${harmless} that cannot be`,
    ...survivors.map((survivor) => `  - ${survivor}`),
  ];
}
