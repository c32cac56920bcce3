import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { existing } from "./existing.ts";
import { causedBy } from "./history-sql.ts";
import { type Back, undo } from "./undo.ts";

/**
 * Takes back what a change of rules made of appointments, once the rules are again as they were. The last ones first:
 * each finds its old place free.
 * @param back "anywhere": also to where nothing serves, for it stood there and its head decides about it again
 * @throws Refusal 409 when one of them has been changed since, or would come back to a time that has begun
 */
export async function undoCaused(
  tx: Tx,
  office: AdministeredOffice,
  cause: string,
  now: Temporal.Instant,
  back: Back,
): Promise<number> {
  const caused = await causedBy(tx, office.id, cause);
  if (caused.some(({ made, standing }) => made !== standing)) throw new Refusal(409, "undo-overtaken");
  for (const { id, version } of caused) {
    const before = await existing(tx, office, id);
    await undo(tx, office, id, version, now, back, cause);
    const { starts_at } = await existing(tx, office, id);
    const isBackInThePast = !starts_at.equals(before.starts_at) && Temporal.Instant.compare(starts_at, now) < 0;
    if (isBackInThePast) throw new Refusal(409, "undo-overtaken");
  }
  return caused.length;
}
