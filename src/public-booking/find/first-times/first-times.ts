import type { NoticesHeard } from "../../../live/hub.ts";
import { createCache } from "../../../platform/cache.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { inTime } from "../../../platform/deadline.ts";
import { createLoad, createLoadQueue, type Load } from "./load-queue.ts";
import { type Look, lookFor } from "./look.ts";
import { createMoments } from "./moments.ts";
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
  look(service: string, now: Temporal.Instant): Look;
}

/** Most offices have a time within it. */
const A_WEEK = 7;
/** Of services of each office those that somebody looked for, of which the first makes room. */
const MOST_SERVICES = 16;
/** Read at once for those who look at a thousand: a part of the connections, and of the processors. */
const AT_ONCE = 4;

export function createFirstTimes(db: Database, notices: NoticesHeard): FirstTimes {
  // As many as there are: were it one fewer, whoever looks at all of them one after the other would find none.
  const cache = createCache<number, Map<string, ServiceTimes>>({ name: "first times", max: Number.POSITIVE_INFINITY });
  const queue = createLoadQueue(AT_ONCE);
  const momentOf = createMoments();
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
    cache.find(office.id, (services) => {
      const times = services.get(service);
      return (times && timesOn(times, date, now, momentOf)) ?? undefined;
    }) ?? null;

  function timesOf({ office, service }: LookedAt): ServiceTimes {
    const services = cache.peek(office.id) ?? new Map<string, ServiceTimes>();
    const known = services.get(service);
    if (known) return known;
    const times = nothingRead();
    if (services.size >= MOST_SERVICES) services.delete(services.keys().next().value as string);
    if (notices.isHearing()) cache.set(office.id, services.set(service, times));
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
    const known = cached(asked, date.toString(), now);
    if (known?.terms) return known;
    const found = await inTime(load(asked, date, now).begin());
    const terms = found?.terms ?? null;
    return timesIn(found, date.toString(), terms && momentOf(terms, now)) ?? { ...NO_TIMES, terms };
  }

  return { on, look: (service, now) => lookFor({ queue, cached, load, momentOf }, service, now) };
}
