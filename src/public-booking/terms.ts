import { clockTextOf, dateOf, epochMinute, type Interval, localDay, minuteOfDay } from "../platform/time.ts";

/** How an office gives its times to citizens. Pure. */
export interface OnlineTerms {
  readonly leadMinutes: number;
  readonly horizonDays: number;
  /** "08:00": when the last of these days opens; null: each time of it as the clock reaches that */
  readonly releaseTime: string | null;
  /** Of each day's public places this share is not given away online */
  readonly counterPercent: number;
  /** Of each day's public places this share at most is held for citizens who are still filling in */
  readonly heldPercent: number;
  /** Of each day's public places this share at most goes to one accredited system */
  readonly partnerPercent: number;
  /** So long an earlier place is held for whoever wished for one */
  readonly offerMinutes: number;
  /** Appointments to come that one person may have, in all offices together */
  readonly limit: number;
  /** A telephone number alone is enough */
  readonly byPhone: boolean;
}

/**
 * The starts that citizens may take now, in epoch minutes, half-open; the rest of a day may already be closed.
 * @param since the first day on which what they need is there; null: any
 */
export function bookableStarts(
  terms: OnlineTerms,
  now: Temporal.Instant,
  since: Temporal.PlainDate | null = null,
): Interval {
  const soonest = epochMinute(now) + terms.leadMinutes;
  const from = since ? Math.max(soonest, localDay(since).from) : soonest;
  const last = lastOpenDay(terms, now);
  const to = terms.releaseTime === null ? localDay(last).at(minuteOfDay(clockTextOf(now))) + 1 : localDay(last).to;
  return { from, to: Math.max(from, to) };
}

/** What decides when a day opens. */
export type ReleaseTerms = Pick<OnlineTerms, "horizonDays" | "releaseTime">;

/** When a day that is not open yet opens to citizens. */
export function releaseOf(date: Temporal.PlainDate, { horizonDays, releaseTime }: ReleaseTerms) {
  return { date: date.subtract({ days: horizonDays }), time: releaseTime };
}

/** The last day of which anything is open. */
export function lastOpenDay({ horizonDays, releaseTime }: OnlineTerms, now: Temporal.Instant): Temporal.PlainDate {
  const isReleased = releaseTime === null || clockTextOf(now) >= releaseTime;
  return dateOf(now).add({ days: horizonDays - (isReleased ? 0 : 1) });
}
