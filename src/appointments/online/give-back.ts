import { announceChange } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { expireHeld } from "./held-sql.ts";

/** Ends holds: others may have their places. What is held no more stays as it is. */
export async function giveBack(tx: Tx, officeId: number, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  const gone = await expireHeld(tx, officeId, ids, at);
  for (const { id, starts_at } of gone) await announceChange(tx, officeId, [dateOf(starts_at)], id, null);
}
