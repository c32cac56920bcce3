import { announceChange } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { expireHeld, type Held } from "./held-sql.ts";

/** Ends holds: others may have their places. What is held no more stays as it is. @returns what was held until now */
export async function giveBack(
  tx: Tx,
  officeId: number,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<readonly Held[]> {
  if (ids.length === 0) return [];
  const gone = await expireHeld(tx, officeId, ids, at);
  for (const { id, starts_at } of gone) announceChange(tx, officeId, [dateOf(starts_at)], id, null);
  return gone;
}
