import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import type { MoveLimit } from "../contract.ts";
import { moveLimitErrors } from "../rules.ts";
import { lockMoveLimit, moveLimitRow, updateMoveLimit } from "./move-limit-sql.ts";

/** How often citizens may change the time of one appointment themselves. */

export async function moveLimit(tx: Read, _ministry: MinistryStaff): Promise<MoveLimit> {
  const { changedAt, ...limit } = await moveLimitRow(tx);
  return { ...limit, changedAt: changedAt && offsetText(changedAt) };
}

/**
 * It holds at once, also of appointments that stand: whoever has moved one so often already keeps it where it is.
 * @throws Refusal 412 when somebody else has changed it, 422 at the field
 */
export async function changeMoveLimit(
  tx: Tx,
  ministry: MinistryStaff,
  { version, moves }: { readonly version: number; readonly moves: number },
  now: Temporal.Instant,
): Promise<MoveLimit> {
  await lockMoveLimit(tx);
  const current = await moveLimit(tx, ministry);
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "move-limit-stale" }, extensions: { current } });
  refuseFields(moveLimitErrors({ moves }));
  if (current.moves === moves) return current;
  await updateMoveLimit(tx, ministry.employeeId, moves, now);
  const details = { before: { moves: current.moves }, after: { moves } };
  await recordNationally(tx, ministry, { act: "move-limit-changed", details }, now);
  return moveLimit(tx, ministry);
}
