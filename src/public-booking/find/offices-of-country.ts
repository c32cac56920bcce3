import type { Database } from "../../platform/database/transaction.ts";
import { type FinderOffice, finderOffices, officesVersion } from "./find-sql.ts";

interface OfficesCache {
  readonly version: string;
  readonly offices: readonly FinderOffice[];
}

const caches = new WeakMap<Database, OfficesCache>();

/** All of the country, asked for anew once one of them has changed: they are a thousand, and change seldom. */
export async function officesOfCountry(db: Database): Promise<readonly FinderOffice[]> {
  const version = await officesVersion(db.alone);
  const cache = caches.get(db);
  if (cache?.version === version) return cache.offices;
  const offices = await finderOffices(db.alone);
  caches.set(db, { version, offices });
  return offices;
}
