import { createCache } from "../../platform/cache.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import type { OfficeWait } from "./office-wait.ts";
import { officeWaitOf } from "./promise-sql.ts";

interface Seen {
  readonly wait: OfficeWait | null;
}

/** It changes by night: a minute later nobody is told anything else. */
const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<number, Seen>({ name: "usual waits", max: 500, ttlMs: 60_000 }),
);

/** For other modules: what an office says of waiting, as it was at most a minute ago; null: no night has counted yet. */
export const seenWait = async (db: ReadOnlyDatabase, office: number): Promise<OfficeWait | null> =>
  (
    await cacheOf(db).load(office, async () => ({
      wait: await db.read({ office }, (tx) => officeWaitOf(tx, office)),
    }))
  ).wait;
