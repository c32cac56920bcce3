import type { OfficeChanges } from "../../live/follow-offices.ts";
import { type Cache, createCache } from "../../platform/cache.ts";
import type { Ending } from "../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import type { OfferQuery } from "../hold/offering.ts";
import { requireOnlineLength } from "../longest-visit.ts";
import { type OpenedOffice, readAtOpenedOffice } from "../opened-office.ts";
import { type DayOffered, dayOffered } from "./day.ts";
import { type WeeksOffered, type WeeksOfferQuery, weeksOffered } from "./weeks.ts";
import { type When, whenIn } from "./when.ts";

/**
 * What offices offered at most a second ago, or before it, where nothing of the office has changed since. A time of it is
 * looked at again when somebody takes it.
 */
export interface RecentOffers {
  /**
   * @throws Refusal 404 for an office that is not open to citizens and for a service that there is not, 422 for one that the
   * office does not offer, and for several that take too long
   */
  weeks(code: string, query: WeeksOfferQuery): Promise<WeeksOffered>;
  /** For whoever holds no time yet. @throws Refusal as for weeks */
  day(code: string, date: Temporal.PlainDate, query: OfferQuery): Promise<DayOffered>;
  /** Whether weeks or a day are told to all who ask now alike: by what an address says, which may be anything. */
  isShared(params: OfferParams, now: Temporal.Instant): boolean;
}

interface OfferParams {
  readonly office: string;
  readonly service: string;
  readonly date?: string;
  readonly on?: string;
  readonly when?: unknown;
}

/** For so long it may be wrong, in a rush in which something of the office changes all the time. */
const TTL_MS = 1_000;
/** Those of two hundred offices in which many look at the same time */
const MOST = 2_000;

interface OfOffice<Offered> {
  readonly office: number;
  readonly offered: Offered;
}

export function createRecentOffers(db: ReadOnlyDatabase, { isUnchanged }: OfficeChanges): RecentOffers {
  const cacheOf = <Offered>(name: string): Cache<string, OfOffice<Offered>> =>
    createCache({ name, max: MOST, ttlMs: TTL_MS, validate: ({ office }, since) => isUnchanged(office, since) });
  const weeks = cacheOf<WeeksOffered>("weeks offered");
  const days = cacheOf<DayOffered>("days offered");

  const readAt = <Offered>(code: string, read: (tx: Ending, opened: OpenedOffice) => Promise<Offered>) =>
    readAtOpenedOffice(db, code, async (tx, opened) => ({ office: opened.office.id, offered: await read(tx, opened) }));

  return {
    weeks: async (code, query) => {
      const read = () => readAt(code, (tx, opened) => weeksOffered(tx, opened, query));
      const { offered } = await weeks.load(keyOf(code, weeksOf(query.on, query.when), query), read);
      requireOnlineLength({ ...query, minutes: offered.minutes }, offered.place);
      return offered;
    },
    day: async (code, date, query) => {
      const read = () => readAt(code, (tx, opened) => dayOffered(tx, opened, date, query));
      const { offered } = await days.load(keyOf(code, date, query), read);
      requireOnlineLength({ ...query, minutes: offered.minutes }, offered.place);
      return offered;
    },
    isShared: ({ office, date, on, when, service }, now) =>
      date === undefined
        ? weeks.isShared(keyOf(office, weeksOf(on, whenIn(when)), { service, now }))
        : // Whose ways on say when they can come is made a page of their own.
          whenIn(when).length === 0 && days.isShared(keyOf(office, date, { service, now })),
  };
}

const weeksOf = (on: unknown, when: readonly When[]): string => [on ?? "", ...when].join(" ");

/** Another minute of the clock may have let a time go by. */
const keyOf = (code: string, when: unknown, { service, now }: OfferQuery): string =>
  [code, service, when, Math.floor(now.epochMilliseconds / 60_000)].join("\n");
