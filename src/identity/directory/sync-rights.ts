import type { Database } from "../../platform/database/transaction.ts";
import { markSynced, replaceMemberships } from "../sql.ts";
import type { Rights } from "./rights.ts";

/** Stores what the directory said when it was asked, all of it or nothing; an answer to a later question stands. */
export function syncRights(db: Database, employeeId: number, rights: Rights, askedAt: Temporal.Instant): Promise<void> {
  return db.write({ employee: employeeId }, async (tx) => {
    const isLatest = await markSynced(tx, employeeId, rights.ministry, askedAt);
    if (isLatest) await replaceMemberships(tx, employeeId, rights.offices);
  });
}
