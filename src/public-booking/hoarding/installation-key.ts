import { createCache } from "../../platform/cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { installationKey } from "./hoarding-sql.ts";

const cacheOf = memoizeByObject((_: Database) => createCache<"key", Buffer>({ name: "installation key", max: 1 }));

/** A secret that all processes of this installation share. */
export const sharedKey = (db: Database): Promise<Buffer> => cacheOf(db).load("key", () => installationKey(db.nation));
