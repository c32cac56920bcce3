import type { NoticesHeard } from "../../../live/hub.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { dateOf, epochMinute } from "../../../platform/time.ts";
import { bookableStarts, lastOpenDay, type OnlineTerms } from "../../terms.ts";
import { type FirstOfDay, type LookedAt, readDays } from "./read-days.ts";

/**
 * The first times of offices, day by day, for whoever looks at many of them at once. A day that was read is remembered until
 * one of its appointments changes, its office's rules do, or the clock takes one of its times. Of what changes this process
 * hears by the notices of the database; while it does not hear them, nothing is remembered.
 */
export interface FirstTimes {
  /** What is remembered; null: nothing, and it has to be read. @param date "2026-12-08" */
  cached(asked: LookedAt, date: string, now: Temporal.Instant): TimesOfDay | null;
  on(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Promise<TimesOfDay>;
}

export interface TimesOfDay {
  readonly times: readonly string[];
  /** A later day is open, too */
  readonly hasMore: boolean;
  /** Null: the office gives no times for this service */
  readonly terms: OnlineTerms | null;
}

/** Of one office for one service. */
interface TimesCache {
  terms: OnlineTerms | null;
  /** What the clock made of the terms last */
  moment: Moment | null;
  readonly days: Map<string, FirstOfDay>;
  /** What is read while one comes in may be of before it */
  changes: number;
}

/** What the clock makes of an office's terms, minute by minute: a thousand offices are looked at at once. */
interface Moment {
  readonly minute: number;
  /** The last day of which anything is open, "2026-12-08" */
  readonly last: string;
  /** Of it the clock opens one time after the other */
  readonly isGrowing: boolean;
  /** Epoch minutes: earlier starts are too soon */
  readonly from: number;
}

function momentOf(terms: OnlineTerms, now: Temporal.Instant): Moment {
  const last = lastOpenDay(terms, now).toString();
  const { from } = bookableStarts(terms, now);
  return { minute: epochMinute(now), last, isGrowing: terms.releaseTime === null, from };
}

/** Most offices have a time within it. */
const A_WEEK = 7;
/** Offices, each with some services; beyond so many it begins anew. */
const MOST = 20_000;

export function createFirstTimes(db: Database, notices: NoticesHeard): FirstTimes {
  const offices = new Map<number, Map<string, TimesCache>>();
  let size = 0;
  const forgetOffice = (office: number) => {
    size -= offices.get(office)?.size ?? 0;
    offices.delete(office);
  };
  const forgetAll = () => {
    offices.clear();
    size = 0;
  };
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change") for (const cache of cachesOf(notice.office)) forgetDays(cache, notice.dates);
      if (notice.kind === "rules") forgetOffice(notice.office);
      if (notice.kind === "ruling") forgetAll();
    },
    onHearing: forgetAll,
  });

  const cachesOf = (office: number): Iterable<TimesCache> => offices.get(office)?.values() ?? [];

  function cacheFor({ office, service }: LookedAt): TimesCache {
    const nothing: TimesCache = { terms: null, moment: null, days: new Map(), changes: 0 };
    if (!notices.isHearing()) return nothing;
    const ofOffice = offices.get(office.id) ?? new Map<string, TimesCache>();
    const cache = ofOffice.get(service);
    if (cache) return cache;
    if (size >= MOST) forgetAll();
    size += 1;
    offices.set(office.id, ofOffice.set(service, nothing));
    return nothing;
  }

  async function read(
    asked: LookedAt,
    cache: TimesCache,
    date: Temporal.PlainDate,
    now: Temporal.Instant,
  ): Promise<TimesOfDay> {
    const { changes } = cache;
    const days = cache.days.has(date.add({ days: 1 }).toString()) ? 1 : A_WEEK;
    const found = await readDays(db, asked, { first: date, days }, now);
    if (found && cache.changes === changes) {
      cache.terms = found.terms;
      cache.moment = null;
      forgetPast(cache, dateOf(now));
      for (const each of found.days) cache.days.set(each.date, each);
    }
    const terms = found?.terms ?? null;
    const hasMore = terms !== null && Temporal.PlainDate.compare(date, lastOpenDay(terms, now)) < 0;
    return { times: found?.days[0]?.times ?? [], hasMore, terms };
  }

  return {
    cached: ({ office, service }, date, now) => {
      const cache = notices.isHearing() ? offices.get(office.id)?.get(service) : undefined;
      return cache ? cachedOn(cache, date, now) : null;
    },
    on: async (asked, date, now) => {
      const cache = cacheFor(asked);
      return cachedOn(cache, date.toString(), now) ?? (await read(asked, cache, date, now));
    },
  };
}

/** Null: it has to be read. @param date "2026-12-08" */
function cachedOn(cache: TimesCache, date: string, now: Temporal.Instant): TimesOfDay | null {
  const { terms, days } = cache;
  if (!terms) return null;
  const isOfNow = cache.moment?.minute === epochMinute(now);
  const moment = isOfNow && cache.moment ? cache.moment : momentOf(terms, now);
  cache.moment = moment;
  if (date > moment.last) return { times: [], hasMore: false, terms };
  const day = days.get(date);
  return day && isStillSo(day, moment, now) ? { times: day.times, hasMore: date < moment.last, terms } : null;
}

function forgetPast({ days }: TimesCache, today: Temporal.PlainDate): void {
  for (const date of days.keys()) if (date < today.toString()) days.delete(date);
}

function forgetDays(cache: TimesCache, dates: readonly string[]): void {
  cache.changes += 1;
  for (const date of dates) cache.days.delete(date);
}

/**
 * The clock takes the times that are too soon. It gives those that were given up, and those of the last day, one by one, where
 * no hour releases it.
 */
function isStillSo({ date, starts, until }: FirstOfDay, moment: Moment, now: Temporal.Instant): boolean {
  const isGrowing = moment.isGrowing && moment.last === date;
  const isWaiting = until === null || now.epochMilliseconds < until;
  return !isGrowing && isWaiting && (starts === null || starts >= moment.from);
}
