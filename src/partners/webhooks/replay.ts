import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { PartnerCaller } from "../booking/caller.ts";
import { replayAll } from "./webhook-sql.ts";

/** In one statement that nobody has to wait for */
const MOST = 10_000;

interface ReplaySpan {
  /** Half-open */
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/**
 * What happened between is told once more, whatever became of it the first time; what is older than is kept is not.
 * @throws Refusal 422 where it is more than is sent at once
 */
export async function replayNotices(
  db: Database,
  partner: PartnerCaller,
  span: ReplaySpan,
): Promise<{ readonly notices: number }> {
  const notices = await db.write(ACROSS_OFFICES, (tx) => replayAll(tx, partner.id, { ...span, most: MOST }));
  if (notices > MOST) throw new Refusal(422, "replay-too-much", { values: { max: MOST } });
  return { notices };
}
