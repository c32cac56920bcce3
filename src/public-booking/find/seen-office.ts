import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { createCache } from "../../platform/cache.ts";
import { endingWith } from "../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { dateOf } from "../../platform/time.ts";
import type { FreeTime } from "../choose/first-free.ts";
import { type PlaceToGo, placeToGo } from "../office-sql.ts";
import { lastOpenDay, releaseOf } from "../terms.ts";
import type { FirstTimes } from "./first-times/first-times.ts";
import { soonestAt } from "./first-times/soonest.ts";
import { type Serving, servingOf } from "./serving-sql.ts";

/** An office as citizens see it who look for one. */
export interface SeenOffice {
  readonly place: PlaceToGo;
  readonly serving: Serving;
  readonly offer: Offer;
}

export type Offer =
  /** It gives no times online: by telephone alone */
  | { readonly is: "phone" }
  | { readonly is: "not-offered" }
  /** Which service is not known yet */
  | { readonly is: "open" }
  | { readonly is: "free"; readonly first: FreeTime }
  /** Up to the last day that is open; and when the day after that opens */
  | { readonly is: "none"; readonly last: Temporal.PlainDate; readonly opens: Opens };

export interface Opens {
  readonly date: Temporal.PlainDate;
  readonly time: string | null;
}

interface SeenOfficeQuery {
  /** Null: none chosen yet */
  readonly service: string | null;
  readonly now: Temporal.Instant;
}

/** Closed days are told so far ahead. */
export const DAYS_AHEAD = 30;

/** Where offices and their times are read. */
export interface Looking {
  readonly db: ReadOnlyDatabase;
  readonly firstTimes: FirstTimes;
}

/** Where an office is and when it serves, as it was at most a second ago: eight of them are on a page. */
const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<string, Pick<SeenOffice, "place" | "serving">>({ name: "offices looked at", max: 500, ttlMs: 1_000 }),
);

const placeAndServing = (db: ReadOnlyDatabase, id: number, service: string | null, first: Temporal.PlainDate) =>
  cacheOf(db).load(`${id} ${service} ${first}`, async () => {
    const dates = { first, last: first.add({ days: DAYS_AHEAD }) };
    const [place, serving] = await db.read({ office: id }, (tx) =>
      Promise.all([placeToGo(tx, id), servingOf(endingWith(tx), id, { ...dates, service })]),
    );
    return { place, serving };
  });

export async function seenOffice(
  { db, firstTimes }: Looking,
  office: Pick<FinderOffice, "id" | "code">,
  { service, now }: SeenOfficeQuery,
): Promise<SeenOffice> {
  const { place, serving } = await placeAndServing(db, office.id, service, dateOf(now));
  return { place, serving, offer: await offer() };

  async function offer(): Promise<Offer> {
    if (!serving.isOpen) return { is: "phone" };
    if (service === null) return { is: "open" };
    const soonest = serving.isOffered ? await soonestAt(firstTimes, { office, service }, now) : null;
    if (!soonest) return { is: "not-offered" };
    const { free, terms } = soonest;
    if (free) return { is: "free", first: free };
    const last = lastOpenDay(terms, now);
    return { is: "none", last, opens: releaseOf(last.add({ days: 1 }), terms) };
  }
}
