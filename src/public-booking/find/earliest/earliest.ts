import type { FinderOffice } from "../../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../../offices/places/offices-of-country.ts";
import type { ReadOnlyDatabase } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { dateOf } from "../../../platform/time.ts";
import { offerOn, openDays } from "../../choose/chosen-offer.ts";
import { fitting, isSaturday, type When } from "../../choose/when.ts";
import { isLongerThanOpen, longestOpen } from "../../longest-open.ts";
import { readAtOpenedOffice } from "../../opened-office.ts";
import { type OfficeAt, officesAround, type Whereabouts } from "../around.ts";
import type { FoundService } from "../find-sql.ts";
import type { TimesLook } from "../first-times/look.ts";
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
  /** How many offices' times were not known in time: theirs may be earlier */
  readonly unread: number;
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

/** The first times of all offices around, whichever they are; of as many as can be read while somebody waits. */
export async function earliestTimes({ db, firstTimes }: Looking, wish: EarliestWish): Promise<EarliestFound> {
  const { service, whereabouts, query, now } = wish;
  const { offices: around, isUnknown } = whereabouts ? officesAround(await officesOfCountry(db), whereabouts) : NOWHERE;
  const nothing = { hasMore: false, unread: 0, isUnknown, nearest: null, without: [] };
  if (around.length === 0) return { ...nothing, times: null };
  const look = firstTimes.look(service.code, now);
  const offices = await bookable(db, around, wish);
  const wanted = query.page * ON_A_PAGE;
  const { times, unread } = await firstOf(look, offices, wish, wanted);
  const found = { ...nothing, times: times.slice(0, wanted), hasMore: times.length > wanted, unread };
  // That there is none nobody knows before all have been read.
  if (times.length > 0 || unread > 0) return found;
  return {
    ...found,
    nearest: await officeToWaitFor(db, offices, wish),
    without: await withoutWhich({ db, look }, around, wish),
  };
}

/** Of so many around it is looked whether anybody could wait for a time there. */
const NEAREST = 3;

async function officeToWaitFor(
  db: ReadOnlyDatabase,
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

interface FirstOf {
  /** In order; a few more than wanted, where there are as many */
  readonly times: readonly EarliestTime[];
  readonly unread: number;
}

/** Day by day, from today until no office has a further one. */
async function firstOf(
  look: TimesLook,
  offices: readonly OfficeAt[],
  { query: { when }, now }: EarliestWish,
  wanted: number,
): Promise<FirstOf> {
  const times: EarliestTime[] = [];
  let unread = 0;
  let left = offices;
  for (let date = dateOf(now); left.length > 0 && times.length <= wanted; date = date.add({ days: 1 })) {
    if (isNoDay(date, when)) continue;
    const day = await onDay(look, left, date);
    unread += day.unread;
    left = day.further;
    times.push(...firstOfDay(day, when, wanted + 1 - times.length));
  }
  return { times, unread };
}

/** By itself, or else both that are ticked. */
async function withoutWhich(
  { db, look }: { readonly db: ReadOnlyDatabase; readonly look: TimesLook },
  around: readonly OfficeAt[],
  wish: EarliestWish,
): Promise<EarliestLimit[]> {
  const found: EarliestLimit[] = [];
  for (const [limit, query] of widerThan(wish.query)) {
    if (limit === "both" && found.length > 0) continue;
    const wider = { ...wish, query };
    const { times } = await firstOf(look, await bookable(db, around, wider), wider, 0);
    if (times.length > 0) found.push(limit);
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

async function bookable(
  db: ReadOnlyDatabase,
  around: readonly OfficeAt[],
  { service, query, now }: EarliestWish,
): Promise<readonly OfficeAt[]> {
  const open = await officesOpenTo(db, service.code, dateOf(now));
  return around
    .filter(({ office, km }) => open.has(office.id) && (km === null || km <= query.within))
    .filter(({ office }) => !query.stepfree || office.stepFreeEntrance === true);
}

/** They can come on Saturdays alone. */
const isNoDay = (date: Temporal.PlainDate, when: readonly When[]): boolean =>
  when.length === 1 && when[0] === "saturday" && !isSaturday(date.toString());

interface DayOfAll {
  readonly date: string;
  readonly read: readonly { readonly at: OfficeAt; readonly times: readonly string[] }[];
  /** Those that are open on a later day, too */
  readonly further: readonly OfficeAt[];
  readonly unread: number;
}

/** What is cached of a thousand offices costs nobody a turn of the loop. */
async function onDay(look: TimesLook, offices: readonly OfficeAt[], date: Temporal.PlainDate): Promise<DayOfAll> {
  const text = date.toString();
  const read: DayOfAll["read"][number][] = [];
  const further: OfficeAt[] = [];
  const add = (at: OfficeAt, timesOf: ReturnType<TimesLook["on"]>): boolean => {
    const known = timesOf(at.office);
    if (known?.hasMore) further.push(at);
    if (known && known.times.length > 0) read.push({ at, times: known.times });
    return known !== null;
  };
  const before = look.on(text);
  const missing = offices.filter((at) => !add(at, before));
  if (missing.length === 0) return { date: text, read, further, unread: 0 };
  await look.read(
    missing.map(({ office }) => office),
    date,
  );
  const after = look.on(text);
  const unread = missing.filter((at) => !add(at, after)).length;
  return { date: text, read, further, unread };
}

/** In the order of time, of those at once the nearest first: so many, without sorting a thousand. */
function firstOfDay(day: DayOfAll, when: readonly When[], most: number): EarliestTime[] {
  const { date } = day;
  const byTime = officesByTime(day, when, most);
  const found: EarliestTime[] = [];
  for (const time of [...byTime.keys()].sort()) {
    const there = (byTime.get(time) ?? []).sort((a, b) => (a.km ?? FAR) - (b.km ?? FAR));
    for (const { office: place, km } of there.slice(0, most - found.length)) found.push({ place, km, date, time });
    if (found.length >= most) break;
  }
  return found;
}
const FAR = 9_999;

/** Without times that are later than one at which there are as many offices as are wanted. */
function officesByTime({ date, read }: DayOfAll, when: readonly When[], most: number): ReadonlyMap<string, OfficeAt[]> {
  const byTime = new Map<string, OfficeAt[]>();
  let latest = "24:00";
  for (const { at, times } of read)
    for (const time of fitting({ date, times }, when)) {
      if (time > latest) break;
      const there = byTime.get(time) ?? [];
      if (there.push(at) === 1) byTime.set(time, there);
      if (there.length >= most) latest = time;
    }
  return byTime;
}
