import { clockTextOf, dateTextOf, epochMinute, instantOf } from "../../../platform/time.ts";
import { bookableStarts, lastOpenDay, type OnlineTerms } from "../../terms.ts";

/** When somebody looks: asked of the clock once, for a thousand offices. */
export interface LookTime {
  readonly now: Temporal.Instant;
  readonly milliseconds: number;
  /** Since the epoch, rounded down */
  readonly minute: number;
}

export const lookTimeOf = (now: Temporal.Instant): LookTime => ({
  now,
  milliseconds: now.epochMilliseconds,
  minute: epochMinute(now),
});

export type MomentOf = (terms: OnlineTerms, at: LookTime) => TermsMoment;

/** What the clock makes of an office's terms in one minute. */
export interface TermsMoment {
  /** Since the epoch */
  readonly minute: number;
  /** The last day of which anything is open, "2026-12-08" */
  readonly last: string;
  /** Of it the clock opens one time after the other */
  readonly isGrowing: boolean;
  /** Earlier starts are too soon: of earlier days all, and of this one those before this time */
  readonly from: { readonly date: string; readonly time: string };
}

/** Worked out once a minute for all offices of the same terms. */
export function createMoments(): MomentOf {
  let last = Number.NaN;
  const moments = new Map<string, TermsMoment>();
  return (terms, { now, minute }) => {
    if (minute !== last) moments.clear();
    last = minute;
    const { leadMinutes, horizonDays, releaseTime } = terms;
    const key = `${leadMinutes} ${horizonDays} ${releaseTime}`;
    const moment = moments.get(key) ?? momentOf(terms, now);
    moments.set(key, moment);
    return moment;
  };
}

function momentOf(terms: OnlineTerms, now: Temporal.Instant): TermsMoment {
  const from = instantOf(bookableStarts(terms, now).from);
  return {
    minute: epochMinute(now),
    last: lastOpenDay(terms, now).toString(),
    isGrowing: terms.releaseTime === null,
    from: { date: dateTextOf(from), time: clockTextOf(from) },
  };
}
