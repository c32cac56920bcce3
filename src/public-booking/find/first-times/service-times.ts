import { dateTextOf, epochMinute } from "../../../platform/time.ts";
import type { OnlineTerms } from "../../terms.ts";
import type { Load } from "./load-queue.ts";
import type { LookTime, MomentOf, TermsMoment } from "./moments.ts";
import type { PartsOfDay, ReadDays } from "./read-days.ts";

/** The first time of the morning, of noon and of the afternoon, so that one office does not fill a page with one hour. */
export interface TimesOfDay {
  /** "09:15", in order */
  readonly times: readonly string[];
  /** A later day is open, too */
  readonly hasMore: boolean;
  /** Null: the office gives no times for this service */
  readonly terms: OnlineTerms | null;
}

/** What was read of one office for one service. */
export interface ServiceTimes {
  terms: OnlineTerms | null;
  /** Epoch minute in which it was found to give no times; null: it gives some, or nothing was read */
  closedAt: number | null;
  /** What the clock made of the terms last */
  moment: TermsMoment | null;
  readonly days: Map<string, DayEntry>;
  /** By the first day that is being read */
  readonly loads: Map<string, Load<ReadDays | null>>;
  /** What is read while one comes in may be of before it */
  changes: number;
}

interface DayEntry extends PartsOfDay {
  /** What was answered last, and in which moment: in the same one it is the answer still */
  answer: TimesOfDay | null;
  moment: TermsMoment | null;
}

export const nothingRead = (): ServiceTimes => ({
  terms: null,
  closedAt: null,
  moment: null,
  days: new Map(),
  loads: new Map(),
  changes: 0,
});

export function storeDays(times: ServiceTimes, found: ReadDays | null, now: Temporal.Instant): void {
  times.terms = found?.terms ?? null;
  times.closedAt = found ? null : epochMinute(now);
  times.moment = null;
  const today = dateTextOf(now);
  for (const date of times.days.keys()) if (date < today) times.days.delete(date);
  for (const day of found?.days ?? []) times.days.set(day.date, { ...day, answer: null, moment: null });
}

export function deleteDays(times: ServiceTimes, dates: readonly string[]): void {
  times.changes += 1;
  times.loads.clear();
  for (const date of dates) times.days.delete(date);
}

export const NO_TIMES: TimesOfDay = { times: [], hasMore: false, terms: null };

/** Null: it has to be read. @param date "2026-12-08" */
export function timesOn(times: ServiceTimes, date: string, at: LookTime, momentOf: MomentOf): TimesOfDay | null {
  const { terms } = times;
  if (!terms) return times.closedAt === at.minute ? NO_TIMES : null;
  if (times.moment?.minute !== at.minute) times.moment = momentOf(terms, at);
  const { moment } = times;
  const day = times.days.get(date);
  if (day && isWaiting(day, at) && day.moment === moment) return day.answer;
  if (date > moment.last) return { times: [], hasMore: false, terms };
  if (!day || !isWaiting(day, at) || (moment.isGrowing && moment.last === date)) return null;
  day.moment = moment;
  day.answer = { times: firstsFrom(day, moment), hasMore: date < moment.last, terms };
  return day.answer;
}

/** Of what was read just now. Null: it is not of this day. */
export function timesIn(found: ReadDays | null, date: string, moment: TermsMoment | null): TimesOfDay | null {
  if (!found || !moment) return NO_TIMES;
  const { terms, days } = found;
  if (date > moment.last) return { times: [], hasMore: false, terms };
  const day = days.find((each) => each.date === date);
  return day ? { times: firstsFrom(day, moment), hasMore: date < moment.last, terms } : null;
}

/** The clock gives the times that were given up; and those of the last day, one by one, where no hour releases it. */
const isWaiting = ({ until }: DayEntry, at: LookTime): boolean => until === null || at.milliseconds < until;

/** And it takes those that are too soon by now. */
const firstsFrom = ({ date, parts }: PartsOfDay, moment: TermsMoment): readonly string[] =>
  parts.flatMap((part) => part.find((time) => !isTooSoon(date, time, moment)) ?? []);

const isTooSoon = (date: string, time: string, { from }: TermsMoment): boolean =>
  date === from.date ? time < from.time : date < from.date;
