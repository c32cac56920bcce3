import type { NoticesHeard } from "../../../live/hub.ts";
import { createCache } from "../../../platform/cache.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { dateOf, epochMinute } from "../../../platform/time.ts";
import { bookableStarts, lastOpenDay, type OnlineTerms } from "../../terms.ts";
import { type FirstOfDay, type LookedAt, readDays } from "./read-days.ts";

/**
 * The first times of offices, day by day, for whoever looks at many of them at once. A day that was read is cached until
 * one of its appointments changes, its office's rules do, or the clock takes one of its times. Of what changes this process
 * hears by the notices of the database; while it does not hear them, nothing is cached.
 */
export interface FirstTimes {
  /** Null: it has to be read. @param date "2026-12-08" */
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
interface ServiceTimes {
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
/** More than there are; and of the services of each those that somebody looked for, of which the first makes room. */
const MOST_OFFICES = 1_250;
const MOST_SERVICES = 16;

export function createFirstTimes(db: Database, notices: NoticesHeard): FirstTimes {
  const cache = createCache<number, Map<string, ServiceTimes>>({ name: "first times", max: MOST_OFFICES });
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change")
        for (const times of cache.peek(notice.office)?.values() ?? []) deleteDays(times, notice.dates);
      if (notice.kind === "rules") cache.delete(notice.office);
      if (notice.kind === "ruling") cache.clear();
    },
    onHearing: cache.clear,
  });

  const cached = ({ office, service }: LookedAt, date: string, now: Temporal.Instant): TimesOfDay | null =>
    cache.find(office.id, (services) => cachedOn(services.get(service), date, now)) ?? null;

  function timesOf({ office, service }: LookedAt): ServiceTimes {
    const services = cache.peek(office.id) ?? new Map<string, ServiceTimes>();
    const known = services.get(service);
    if (known) return known;
    const times: ServiceTimes = { terms: null, moment: null, days: new Map(), changes: 0 };
    if (services.size >= MOST_SERVICES) services.delete(services.keys().next().value as string);
    if (notices.isHearing()) cache.set(office.id, services.set(service, times));
    return times;
  }

  async function read(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Promise<TimesOfDay> {
    const times = timesOf(asked);
    const { changes } = times;
    const days = times.days.has(date.add({ days: 1 }).toString()) ? 1 : A_WEEK;
    const found = await readDays(db, asked, { first: date, days }, now);
    if (found && times.changes === changes) {
      times.terms = found.terms;
      times.moment = null;
      deletePast(times, dateOf(now));
      for (const each of found.days) times.days.set(each.date, each);
    }
    const terms = found?.terms ?? null;
    const hasMore = terms !== null && Temporal.PlainDate.compare(date, lastOpenDay(terms, now)) < 0;
    return { times: found?.days[0]?.times ?? [], hasMore, terms };
  }

  return {
    cached,
    on: async (asked, date, now) => cached(asked, date.toString(), now) ?? (await read(asked, date, now)),
  };
}

/** Undefined: it has to be read. @param date "2026-12-08" */
function cachedOn(times: ServiceTimes | undefined, date: string, now: Temporal.Instant): TimesOfDay | undefined {
  if (!times?.terms) return undefined;
  const { terms, days } = times;
  const isOfNow = times.moment?.minute === epochMinute(now);
  const moment = isOfNow && times.moment ? times.moment : momentOf(terms, now);
  times.moment = moment;
  if (date > moment.last) return { times: [], hasMore: false, terms };
  const day = days.get(date);
  return day && isValid(day, moment, now) ? { times: day.times, hasMore: date < moment.last, terms } : undefined;
}

function deletePast({ days }: ServiceTimes, today: Temporal.PlainDate): void {
  for (const date of days.keys()) if (date < today.toString()) days.delete(date);
}

function deleteDays(times: ServiceTimes, dates: readonly string[]): void {
  times.changes += 1;
  for (const date of dates) times.days.delete(date);
}

/**
 * The clock takes the times that are too soon. It gives those that were given up, and those of the last day, one by one, where
 * no hour releases it.
 */
function isValid({ date, starts, until }: FirstOfDay, moment: Moment, now: Temporal.Instant): boolean {
  const isGrowing = moment.isGrowing && moment.last === date;
  const isWaiting = until === null || now.epochMilliseconds < until;
  return !isGrowing && isWaiting && (starts === null || starts >= moment.from);
}
