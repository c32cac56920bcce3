import type { NoticesHeard } from "../../../live/hub.ts";
import { createCache } from "../../../platform/cache.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";
import { inTime } from "../../../platform/deadline.ts";
import { createLoad, createLoadQueue, type Load } from "./load-queue.ts";
import { lookFor, type TimesLook } from "./look.ts";
import { createMoments, lookTimeOf } from "./moments.ts";
import { type LookedAt, type ReadDays, readDays } from "./read-days.ts";
import {
  deleteDays,
  NO_TIMES,
  nothingRead,
  type ServiceTimes,
  storeDays,
  type TimesOfDay,
  timesIn,
  timesOn,
} from "./service-times.ts";

/**
 * The first times of offices, day by day, for whoever looks at many of them at once. A day that was read is cached until
 * one of its appointments changes, its office's rules do, or the clock gives one more of its times. Of what changes this
 * process hears by the notices of the database; while it does not hear them, nothing is cached.
 */
export interface FirstTimes {
  /** Of one office, however long that takes. */
  on(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Promise<TimesOfDay>;
  /** Of a thousand, so far as they are known. */
  look(service: string, now: Temporal.Instant): TimesLook;
}

/** Most offices have a time within it. */
const A_WEEK = 7;
/** Those that somebody looked for; whichever was looked for longest ago makes room. */
const MOST_SERVICES = 24;
/** Read at once for those who look at a thousand: a part of the connections, and of the processors. */
const AT_ONCE = 4;

/** As many as there are: were there room for one fewer, whoever looks at all one after the other would find none. */
type TimesOfOffices = Map<number, ServiceTimes>;

export function createFirstTimes(db: ReadOnlyDatabase, notices: NoticesHeard): FirstTimes {
  const cache = createCache<string, TimesOfOffices>({ name: "first times", max: MOST_SERVICES });
  const queue = createLoadQueue(AT_ONCE);
  const momentOf = createMoments();
  notices.follow({
    onNotice: (notice) => {
      for (const offices of cache.values()) {
        const times = notice.kind === "change" && offices.get(notice.office);
        if (times) deleteDays(times, notice.dates);
        if (notice.kind === "rules") offices.delete(notice.office);
      }
      if (notice.kind === "ruling") cache.clear();
    },
    onHearing: cache.clear,
  });

  const cachedOf = cache.peek;

  /** Counted once, however many offices are looked at. */
  function renew(service: string): void {
    const offices = cache.get(service);
    if (offices) cache.set(service, offices);
  }

  function timesOf({ office, service }: LookedAt): ServiceTimes {
    if (!notices.isHearing()) return nothingRead();
    const offices = cache.peek(service) ?? cache.set(service, new Map());
    const times = offices.get(office.id) ?? nothingRead();
    offices.set(office.id, times);
    return times;
  }

  function load(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Load<ReadDays | null> {
    const times = timesOf(asked);
    const first = date.toString();
    const running = times.loads.get(first);
    if (running) return running;
    const begun = createLoad(async () => {
      const { changes } = times;
      const days = times.days.has(date.add({ days: 1 }).toString()) ? 1 : A_WEEK;
      try {
        const found = await readDays(db, asked, { first: date, days }, now);
        if (times.changes === changes) storeDays(times, found, now);
        return found;
      } finally {
        if (times.loads.get(first) === begun) times.loads.delete(first);
      }
    });
    times.loads.set(first, begun);
    return begun;
  }

  async function on(asked: LookedAt, date: Temporal.PlainDate, now: Temporal.Instant): Promise<TimesOfDay> {
    const at = lookTimeOf(now);
    renew(asked.service);
    const times = cachedOf(asked.service)?.get(asked.office.id);
    const known = times?.terms && timesOn(times, date.toString(), at, momentOf);
    if (known) return known;
    const found = await inTime(load(asked, date, now).begin());
    const terms = found?.terms ?? null;
    return timesIn(found, date.toString(), terms && momentOf(terms, at)) ?? { ...NO_TIMES, terms };
  }

  function look(service: string, now: Temporal.Instant): TimesLook {
    renew(service);
    return lookFor({ queue, momentOf, cachedOf, load }, service, now);
  }

  return { on, look };
}
