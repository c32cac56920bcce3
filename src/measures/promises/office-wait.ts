import type { PromiseOutcomes } from "./score.ts";
import type { UsualWait } from "./usual-wait.ts";

/** To whoever waits with a number, or of the hours on the page of an office */
export type PromiseKind = "number" | "hours";

/** What an office says of waiting until the next night. */
export interface OfficeWait {
  /** The last day that it is of, as ISO text */
  readonly date: string;
  readonly usual: UsualWait;
  readonly score: MonthScore;
  readonly voices: Readonly<Record<PromiseKind, Voice>>;
}

/** Whether an office says a range, and from which day on that is so: ISO text */
export interface Voice {
  readonly isSilent: boolean;
  readonly since: string;
}

/** What became of that which was said in a month, «2026-10» */
export interface MonthScore extends Readonly<Record<PromiseKind, PromiseOutcomes>> {
  readonly month: string;
}
