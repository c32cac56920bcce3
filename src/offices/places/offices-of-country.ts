import { createCache } from "../../platform/cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { readJointly } from "../../platform/joint-read.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import type { FinderOffice } from "./finder-office.ts";
import { finderOffices, officesVersion } from "./places-sql.ts";

/** By their version: of the last one alone. */
const cacheOf = memoizeByObject((_: Database) =>
  createCache<string, readonly FinderOffice[]>({ name: "offices of the country", max: 1 }),
);

const versionOf = memoizeByObject((db: Database) => readJointly<"version", string>(() => officesVersion(db.nation)));

/** All of the country, asked for anew once one of them has changed: they are a thousand, and change seldom. */
export const officesOfCountry = async (db: Database): Promise<readonly FinderOffice[]> =>
  cacheOf(db).load(await versionOf(db)("version"), () => finderOffices(db.nation));
