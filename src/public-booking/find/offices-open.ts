import { createCache } from "../../platform/cache.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { openOfficeIds } from "./find-sql.ts";

const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<string, ReadonlySet<number>>({ name: "offices open to citizens", max: 500, ttlMs: 1_000 }),
);

/** The offices in which citizens may book a service, or (null) anything, as it was at most a second ago: many look at them all. */
export const officesOpenTo = (
  db: ReadOnlyDatabase,
  service: string | null,
  today: Temporal.PlainDate,
): Promise<ReadonlySet<number>> =>
  cacheOf(db).load(`${service} ${today}`, () => openOfficeIds(db.acrossOffices, service, today));
