import type { FinderOffice } from "../../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../../offices/places/offices-of-country.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { dateOf } from "../../../platform/time.ts";
import { offerOn, openDays } from "../../choose/chosen-offer.ts";
import { fitting, isSaturday, type When } from "../../choose/when.ts";
import { isLongerThanOpen, longestOpen } from "../../longest-open.ts";
import { readAtOpenedOffice } from "../../opened-office.ts";
import { type OfficeAt, officesAround, type Whereabouts } from "../around.ts";
import type { FoundService } from "../find-sql.ts";
import type { FirstTimes } from "../first-times/first-times.ts";
import { officesOpenTo } from "../offices-open.ts";
import type { Looking } from "../seen-office.ts";
import { type EarliestQuery, FURTHEST } from "../wish.ts";

export interface EarliestWish {
  readonly service: FoundService;
  /** Null: it is still to be asked */
  readonly whereabouts: Whereabouts | null;
  readonly query: Pick<EarliestQuery, "within" | "when" | "stepfree" | "page">;
  readonly now: Temporal.Instant;
}

export interface EarliestTime {
  readonly place: FinderOffice;
  /** Null: it is not known how far it is */
  readonly km: number | null;
  readonly date: string;
  readonly time: string;
}

export interface EarliestFound {
  /** In order; null: where is still to be asked, or nothing has that name */
  readonly times: readonly EarliestTime[] | null;
  readonly hasMore: boolean;
  /** Nothing is called as it was typed: these offices only come near it */
  readonly isUnknown: boolean;
  /** The code of the one to wait for, where none has a time; null: none near has room for it whenever it be */
  readonly nearest: string | null;
  /** Where there is none: what would have to be left out, each by itself, for there to be one */
  readonly without: readonly EarliestLimit[];
}

/** "both": when they can come and the steps, of which neither by itself is enough */
export type EarliestLimit = "when" | "stepfree" | "within" | "both";

const NOWHERE = { offices: [], isUnknown: false } as const;

const ON_A_PAGE = 12;

/** The first times of all offices around, whichever they are. */
export async function earliestTimes({ db, firstTimes }: Looking, wish: EarliestWish): Promise<EarliestFound> {
  const { whereabouts, query } = wish;
  const { offices: around, isUnknown } = whereabouts ? officesAround(await officesOfCountry(db), whereabouts) : NOWHERE;
  if (around.length === 0) return { times: null, hasMore: false, isUnknown, nearest: null, without: [] };
  const offices = await bookable(db, around, wish);
  const wanted = query.page * ON_A_PAGE;
  const found = await firstOf(firstTimes, offices, wish, wanted);
  return {
    times: found.slice(0, wanted),
    hasMore: found.length > wanted,
    isUnknown,
    nearest: found.length === 0 ? await officeToWaitFor(db, offices, wish) : null,
    without: found.length === 0 ? await withoutWhich({ db, firstTimes }, around, wish) : [],
  };
}

/** Of so many around it is looked whether anybody could wait for a time there. */
const NEAREST = 3;

async function officeToWaitFor(
  db: Database,
  offices: readonly OfficeAt[],
  { service: { code: service }, now }: EarliestWish,
): Promise<string | null> {
  for (const { office } of offices.slice(0, NEAREST)) {
    const hasRoom = await readAtOpenedOffice(db, office.code, async (tx, opened) => {
      const { facts, offering } = await offerOn(tx, opened, { service, now, ...openDays(opened, now) });
      return !isLongerThanOpen(offering.minutes, longestOpen(facts, offering));
    }).catch(falseIfRefused);
    if (hasRoom) return office.code;
  }
  return null;
}

/** It gives no times any more, or not of that. */
function falseIfRefused(error: unknown): false {
  if (error instanceof Refusal) return false;
  throw error;
}

/** A few more than so many, where there are as many. */
async function firstOf(
  firstTimes: FirstTimes,
  offices: readonly OfficeAt[],
  wish: EarliestWish,
  wanted: number,
): Promise<EarliestTime[]> {
  const found: EarliestTime[] = [];
  for await (const ofDay of dayByDay(firstTimes, offices, wish)) {
    found.push(...ofDay.toSorted(byTimeThenNear));
    if (found.length > wanted) break;
  }
  return found;
}

/** By itself, or else both that are ticked. */
async function withoutWhich(
  { db, firstTimes }: Looking,
  around: readonly OfficeAt[],
  wish: EarliestWish,
): Promise<EarliestLimit[]> {
  const found: EarliestLimit[] = [];
  for (const [limit, query] of widerThan(wish.query)) {
    if (limit === "both" && found.length > 0) continue;
    const wider = { ...wish, query };
    const [one] = await firstOf(firstTimes, await bookable(db, around, wider), wider, 0);
    if (one) found.push(limit);
  }
  return found;
}

/** The same wish without each of its limits */
const widerThan = (query: EarliestWish["query"]): (readonly [EarliestLimit, EarliestWish["query"]])[] => [
  ...(query.when.length > 0 ? [["when", { ...query, when: [] }] as const] : []),
  ...(query.stepfree ? [["stepfree", { ...query, stepfree: false }] as const] : []),
  ...(query.within < FURTHEST ? [["within", { ...query, within: FURTHEST }] as const] : []),
  ...(query.when.length > 0 && query.stepfree ? [["both", { ...query, when: [], stepfree: false }] as const] : []),
];

/** Of those at once the nearest first. */
const byTimeThenNear = (a: EarliestTime, b: EarliestTime): number => {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return (a.km ?? FAR) - (b.km ?? FAR);
};
const FAR = 9_999;

async function bookable(
  db: Database,
  around: readonly OfficeAt[],
  { service, query, now }: EarliestWish,
): Promise<readonly OfficeAt[]> {
  const open = await officesOpenTo(db, service.code, dateOf(now));
  return around
    .filter(({ office, km }) => open.has(office.id) && (km === null || km <= query.within))
    .filter(({ office }) => !query.stepfree || office.stepFreeEntrance === true);
}

/** The times of all of them, from today until no office has a further day. */
async function* dayByDay(
  firstTimes: FirstTimes,
  offices: readonly OfficeAt[],
  wish: EarliestWish,
): AsyncGenerator<EarliestTime[]> {
  let left = offices;
  for (let date = dateOf(wish.now); left.length > 0; date = date.add({ days: 1 })) {
    if (isNoDay(date, wish.query.when)) continue;
    const { times, further } = await onDay(firstTimes, left, date, wish);
    yield times;
    left = further;
  }
}

/** They can come on Saturdays alone. */
const isNoDay = (date: Temporal.PlainDate, when: readonly When[]): boolean =>
  when.length === 1 && when[0] === "saturday" && !isSaturday(date.toString());

/** What is cached of a thousand offices costs nobody a turn of the loop. */
async function onDay(
  firstTimes: FirstTimes,
  offices: readonly OfficeAt[],
  date: Temporal.PlainDate,
  { service, query, now }: EarliestWish,
): Promise<{ readonly times: EarliestTime[]; readonly further: OfficeAt[] }> {
  const further: OfficeAt[] = [];
  const times: EarliestTime[] = [];
  const text = date.toString();
  for (const one of offices) {
    const { office: place, km } = one;
    const asked = { office: place, service: service.code };
    const ofDay = firstTimes.cached(asked, text, now) ?? (await firstTimes.on(asked, date, now));
    if (ofDay.hasMore) further.push(one);
    for (const time of fitting({ date: text, times: ofDay.times }, query.when))
      times.push({ place, km, date: text, time });
  }
  return { times, further };
}
