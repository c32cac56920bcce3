import type { Database } from "../../../platform/database/transaction.ts";
import { dateOf } from "../../../platform/time.ts";
import { chosenOffer } from "../../choose/chosen-offer.ts";
import type { PlaceToGo } from "../../office-sql.ts";
import { openedOffice } from "../../opened-office.ts";
import { type OfficeAt, officesAround, type Whereabouts } from "../around.ts";
import { type FoundService, openOfficeIds } from "../find-sql.ts";
import { officesOfCountry } from "../offices-of-country.ts";
import type { EarliestQuery } from "../wish.ts";
import { spreadTimes } from "./spread-times.ts";

export interface EarliestWish {
  readonly service: FoundService;
  /** Null: it is still to be asked */
  readonly whereabouts: Whereabouts | null;
  readonly query: Pick<EarliestQuery, "within" | "afternoon" | "saturday" | "stepfree" | "page">;
  readonly now: Temporal.Instant;
}

export interface EarliestTime {
  readonly place: PlaceToGo;
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

/** Each costs a transaction of its own. */
const MOST_OFFICES = 10;
const AT_ONCE = 12;

/** The first times of the offices around, whichever they are. */
export async function earliestTimes(db: Database, wish: EarliestWish): Promise<EarliestFound> {
  const { whereabouts, query } = wish;
  const around = whereabouts ? officesAround(await officesOfCountry(db), whereabouts) : [];
  if (around.length === 0) return { times: null, hasMore: false };
  const wanted = query.page * AT_ONCE;
  const all: EarliestTime[] = [];
  for (const office of await bookable(db, around, wish)) all.push(...(await timesAt(db, office, wish, wanted + 1)));
  const sorted = all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return { times: sorted.slice(0, wanted), hasMore: sorted.length > wanted };
}

/** By date and time; of those at once the nearest. */
const keyOf = ({ date, time, km }: EarliestTime): string => `${date} ${time} ${String(km ?? 9_999).padStart(8, "0")}`;

async function bookable(
  db: Database,
  around: readonly OfficeAt[],
  { service, query, now }: EarliestWish,
): Promise<readonly OfficeAt[]> {
  const open = await openOfficeIds(db.alone, service.code, dateOf(now));
  return around
    .filter(({ office, km }) => open.has(office.id) && (km === null || km <= query.within))
    .filter(({ office }) => !query.stepfree || office.stepFreeEntrance === true)
    .slice(0, MOST_OFFICES);
}

const timesAt = (
  db: Database,
  { office, km }: OfficeAt,
  { service, query, now }: EarliestWish,
  most: number,
): Promise<EarliestTime[]> =>
  db.read({ office: office.id }, async (tx) => {
    const opened = await openedOffice(tx, office.code);
    const offered = await chosenOffer(tx, opened, { service: service.code, now });
    return spreadTimes(offered, query, most).map((free) => ({ ...free, place: opened.place, km }));
  });
