import { lockDays } from "../../appointments/place/locks.ts";
import type { ServiceGroup } from "../../catalogue/service-groups.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { addTicket } from "../issue.ts";
import { insertLineKey, visitOfLineKey } from "./line-key-sql.ts";

interface NumberWish {
  /** Of the place's own key: whoever comes with it again has the same place */
  readonly keyHash: Buffer;
  readonly group: ServiceGroup;
  /** Whether the day can still serve one more: asked for under its lock */
  hasRoom(tx: Tx): Promise<boolean>;
  readonly now: Temporal.Instant;
}

/**
 * Gives the day's next number to whoever presses for one at the entrance, or notes that the day can serve nobody more. Pressed
 * again, twice or at once, it is one number.
 * @returns the visit
 */
export async function giveNumber(
  tx: Tx,
  office: ActingOffice,
  { keyHash: hash, group, hasRoom, now }: NumberWish,
): Promise<string> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  const before = await visitOfLineKey(tx, office.id, { hash, date });
  if (before !== null) return before;
  const isTurnedAway = !(await hasRoom(tx));
  const { id } = await addTicket(tx, office, { date, service: null, group, isTurnedAway, at: now });
  await insertLineKey(tx, office.id, { hash, date, visit: id }, now);
  return id;
}
