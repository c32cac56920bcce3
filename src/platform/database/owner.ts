import pg from "pg";
import type { Notices } from "../notices/notices.ts";
import { TEMPORAL_TYPES } from "./pool.ts";
import { type Database, databaseOf } from "./transaction.ts";

export interface OwnerDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * Connections of the owner, for the command line and the seed; nothing that answers a request may use them.
 * @param notices of the process; without them, processes that listen find what there is to announce
 */
export function openOwner(ownerUrl: string, notices?: Pick<Notices, "announce">): OwnerDatabase {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 3,
    pipeline: true,
    types: TEMPORAL_TYPES,
    connectionTimeoutMillis: 5_000,
    options: "-c timezone=UTC",
  });
  // An idle connection that breaks is replaced; the next query tells whether the server is really gone.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return { db: databaseOf(pool, notices?.announce), close: () => pool.end() };
}
