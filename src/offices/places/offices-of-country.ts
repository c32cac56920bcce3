import { createCache } from "../../platform/cache.ts";
import { OF_NATION, type Read } from "../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { readJointly } from "../../platform/joint-read.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import type { FinderOffice } from "./finder-office.ts";
import { finderOffices, officesVersion } from "./places-sql.ts";

/** By their version: of the last one alone. */
const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<string, OfficesAt>({ name: "offices of the country", max: 1 }),
);

const versionOf = memoizeByObject((db: ReadOnlyDatabase) =>
  readJointly<"version", string>(() => officesVersion(db.nation)),
);

/** All of the country, asked for anew once one of them has changed: they are a thousand, and change seldom. */
export async function officesOfCountry(db: ReadOnlyDatabase): Promise<readonly FinderOffice[]> {
  const cache = cacheOf(db);
  const wanted = await versionOf(db)("version");
  const { version, offices } = await cache.load(wanted, () => db.read(OF_NATION, officesAt));
  // They have changed meanwhile, or another server has answered.
  if (version !== wanted) cache.delete(wanted);
  return offices;
}

interface OfficesAt {
  readonly version: string;
  readonly offices: readonly FinderOffice[];
}

async function officesAt(tx: Read): Promise<OfficesAt> {
  const [version, offices] = await Promise.all([officesVersion(tx), finderOffices(tx)]);
  return { version, offices };
}
