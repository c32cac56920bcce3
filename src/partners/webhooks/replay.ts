import type { Database } from "../../platform/database/transaction.ts";
import type { PartnerCaller } from "../booking/caller.ts";
import { replayAll } from "./webhook-sql.ts";

/** What happened since then is told once more, whatever became of it the first time; what is older than is kept is not. */
export async function replayNotices(
  db: Database,
  partner: PartnerCaller,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<{ readonly notices: number }> {
  return { notices: await db.write({}, (tx) => replayAll(tx, partner.id, { since, now })) };
}
