import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import { createCache } from "../../platform/cache.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { officesAround } from "../../public-booking/find/around.ts";
import { dayRoom } from "../number/room.ts";
import { hasEntranceScreen, officesGivingNumbers } from "./instead-sql.ts";

/** An office near by that is open now and gives numbers still. */
export interface OfficeWithRoom {
  readonly office: FinderOffice;
  readonly km: number;
  /** «19:00» */
  readonly until: string;
}

/** Further nobody is sent who stands at a door now. */
const FURTHEST_KM = 10;
/** Each costs a transaction of its own */
const MOST_LOOKED_AT = 6;
const MOST_SHOWN = 2;
/** Of a full day many ask, at every press */
const TTL_MS = 10_000;

/** Until when an office serves that has room; empty: it is closed, or gives no more numbers. */
const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<number, { readonly until: string | null }>({ name: "room in other offices", max: 500, ttlMs: TTL_MS }),
);

/** The nearest ones, as it was at most ten seconds ago; none where it is not known where this one is. */
export async function officesWithRoom(
  db: ReadOnlyDatabase,
  own: number,
  now: Temporal.Instant,
): Promise<readonly OfficeWithRoom[]> {
  const [country, giving] = await Promise.all([officesOfCountry(db), officesGivingNumbers(db.acrossOffices)]);
  const here = country.find(({ id }) => id === own);
  if (!here || here.latitude === null || here.longitude === null) return [];
  const point = { latitude: here.latitude, longitude: here.longitude };
  const others = country.filter(({ id }) => id !== own && giving.has(id));
  const near: OfficeWithRoom[] = [];
  for (const { office, km } of officesAround(others, { where: "", point }).offices.slice(0, MOST_LOOKED_AT)) {
    if (near.length === MOST_SHOWN || km === null || km > FURTHEST_KM) break;
    const { until } = await cacheOf(db).load(office.id, () => roomAt(db, office.id, now));
    if (until !== null) near.push({ office, km, until });
  }
  return near;
}

async function roomAt(
  db: ReadOnlyDatabase,
  id: number,
  now: Temporal.Instant,
): Promise<{ readonly until: string | null }> {
  const office = await officeOfCitizen(db.nation, id);
  return db.read({ office: id }, async (tx) => {
    if (!(await hasEntranceScreen(tx, id))) return { until: null };
    const { hasRoom, servesUntil } = await dayRoom(tx, office, now);
    return { until: hasRoom ? servesUntil : null };
  });
}
