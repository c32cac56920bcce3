import { PROMISED_SHARE, type PromiseOutcomes, scoreOf } from "./score.ts";

/**
 * When an office falls silent about waiting, and when it speaks again. Pure; docs/decisions/0064-a-promise-with-a-score.md.
 */

/** Looked back so far, in days on the calendar */
export const SILENCE_DAYS = 28;
/** Of fewer ranges of which it is known what became of them nothing is concluded */
export const CASES_NEEDED = 50;
/** So seldom an office whose ranges are right would fall silent by chance */
const CHANCE = 0.01;

/**
 * Whether it is silent from now on: where it speaks, once fewer ranges were kept than chance explains; where it is silent, until
 * nine of ten of those that were only computed were kept.
 * @param outcomes since it speaks or is silent, of the last days at most
 */
export function isToBeSilent(isSilent: boolean, outcomes: PromiseOutcomes): boolean {
  const { kept, of } = scoreOf(outcomes);
  const isEnough = of >= CASES_NEEDED;
  if (isSilent) return !isEnough || kept < PROMISED_SHARE * of;
  return isEnough && kept < PROMISED_SHARE * of && chanceOfAtMost(kept, of, PROMISED_SHARE) < CHANCE;
}

/** How likely so few of so many are, each with such a probability: the binomial distribution, added up exactly. */
export function chanceOfAtMost(count: number, of: number, probability: number): number {
  const odds = Math.log(probability) - Math.log1p(-probability);
  let logTerm = of * Math.log1p(-probability);
  let total = 0;
  for (let each = 0; each <= count; each++) {
    total += Math.exp(logTerm);
    logTerm += Math.log(of - each) - Math.log(each + 1) + odds;
  }
  return Math.min(1, total);
}
