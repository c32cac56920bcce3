import { type PromiseOutcomes, scoreOf } from "./score.ts";
import { CASES_NEEDED } from "./silence.ts";

/** What everybody reads of a month's score, so that nobody can tell of how few people it was not right. Pure. */

/** Of so many cases at least: by steps that leave open how many there were */
const STEPS = [1, 2, 5];

export interface PublishedScore {
  /** Rounded down: what was right nearly nine times was not right nine times */
  readonly tenths: number;
  readonly least: number;
}

/** null: of too few */
export function publishedScore(outcomes: PromiseOutcomes): PublishedScore | null {
  const { kept, of } = scoreOf(outcomes);
  if (of < CASES_NEEDED) return null;
  const magnitude = 10 ** Math.floor(Math.log10(of));
  const least = Math.max(...STEPS.filter((step) => step * magnitude <= of)) * magnitude;
  return { tenths: Math.floor((10 * kept) / of), least };
}
