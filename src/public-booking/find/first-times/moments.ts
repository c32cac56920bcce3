import { clockTextOf, dateTextOf, epochMinute, instantOf } from "../../../platform/time.ts";
import { bookableStarts, lastOpenDay, type OnlineTerms } from "../../terms.ts";

/** What the clock makes of an office's terms in one minute. */
export interface Moment {
  /** Since the epoch */
  readonly minute: number;
  /** The last day of which anything is open, "2026-12-08" */
  readonly last: string;
  /** Of it the clock opens one time after the other */
  readonly isGrowing: boolean;
  /** Earlier starts are too soon: of earlier days all, and of this one those before this time */
  readonly from: { readonly date: string; readonly time: string };
}

/** Worked out once a minute for all offices of the same terms: a thousand are looked at at once. */
export function createMoments(): (terms: OnlineTerms, now: Temporal.Instant) => Moment {
  let minute = Number.NaN;
  const moments = new Map<string, Moment>();
  return (terms, now) => {
    if (epochMinute(now) !== minute) moments.clear();
    minute = epochMinute(now);
    const { leadMinutes, horizonDays, releaseTime } = terms;
    const key = `${leadMinutes} ${horizonDays} ${releaseTime}`;
    const moment = moments.get(key) ?? momentOf(terms, now);
    moments.set(key, moment);
    return moment;
  };
}

function momentOf(terms: OnlineTerms, now: Temporal.Instant): Moment {
  const from = instantOf(bookableStarts(terms, now).from);
  return {
    minute: epochMinute(now),
    last: lastOpenDay(terms, now).toString(),
    isGrowing: terms.releaseTime === null,
    from: { date: dateTextOf(from), time: clockTextOf(from) },
  };
}
