import type { Database } from "../../../platform/database/transaction.ts";
import { dateOf } from "../../../platform/time.ts";
import { lastOpenDay } from "../../terms.ts";
import { type OfficeAt, officesAround, type Whereabouts } from "../around.ts";
import { type FoundService, type KnownOffice, openOfficeIds } from "../find-sql.ts";
import type { FirstTimes } from "../first-times/first-times.ts";
import { AFTERNOON } from "../first-times/read-days.ts";
import { officesOfCountry } from "../offices-of-country.ts";
import type { Looking } from "../seen-office.ts";
import type { EarliestQuery } from "../wish.ts";

export interface EarliestWish {
  readonly service: FoundService;
  /** Null: it is still to be asked */
  readonly whereabouts: Whereabouts | null;
  readonly query: Pick<EarliestQuery, "within" | "afternoon" | "saturday" | "stepfree" | "page">;
  readonly now: Temporal.Instant;
}

export interface EarliestTime {
  readonly place: KnownOffice;
  /** Null: it is not known how far it is */
  readonly km: number | null;
  readonly date: string;
  readonly time: string;
}

export interface EarliestFound {
  /** In order; null: where is still to be asked, or nothing has that name */
  readonly times: readonly EarliestTime[] | null;
  readonly hasMore: boolean;
}

const ON_A_PAGE = 12;

/** The first times of all offices around, whichever they are. */
export async function earliestTimes({ db, firstTimes }: Looking, wish: EarliestWish): Promise<EarliestFound> {
  const { whereabouts, query } = wish;
  const around = whereabouts ? officesAround(await officesOfCountry(db), whereabouts) : [];
  if (around.length === 0) return { times: null, hasMore: false };
  const wanted = query.page * ON_A_PAGE;
  const found: EarliestTime[] = [];
  for await (const ofDay of dayByDay(firstTimes, await bookable(db, around, wish), wish)) {
    found.push(...ofDay.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
    if (found.length > wanted) break;
  }
  return { times: found.slice(0, wanted), hasMore: found.length > wanted };
}

/** By time; of those at once the nearest. */
const keyOf = ({ time, km }: EarliestTime): string => `${time} ${String(km ?? 9_999).padStart(8, "0")}`;

async function bookable(
  db: Database,
  around: readonly OfficeAt[],
  { service, query, now }: EarliestWish,
): Promise<readonly OfficeAt[]> {
  const open = await openOfficeIds(db.alone, service.code, dateOf(now));
  return around
    .filter(({ office, km }) => open.has(office.id) && (km === null || km <= query.within))
    .filter(({ office }) => !query.stepfree || office.stepFreeEntrance === true);
}

const SATURDAY = 6;

/** The times of all of them, from today until no office has a further day. */
async function* dayByDay(
  firstTimes: FirstTimes,
  offices: readonly OfficeAt[],
  { service, query, now }: EarliestWish,
): AsyncGenerator<EarliestTime[]> {
  let left = offices;
  for (let date = dateOf(now); left.length > 0; date = date.add({ days: 1 })) {
    if (query.saturday && date.dayOfWeek !== SATURDAY) continue;
    const further: OfficeAt[] = [];
    const times: EarliestTime[] = [];
    for (const one of left) {
      const { office: place, km } = one;
      const { terms, times: ofDay } = await firstTimes.on({ office: place, service: service.code }, date, now);
      if (terms && Temporal.PlainDate.compare(date, lastOpenDay(terms, now)) < 0) further.push(one);
      const wanted = query.afternoon ? ofDay.filter((time) => time >= AFTERNOON) : ofDay;
      times.push(...wanted.map((time) => ({ place, km, date: date.toString(), time })));
    }
    yield times;
    left = further;
  }
}
