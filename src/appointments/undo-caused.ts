import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { causedBy } from "./history-sql.ts";
import { type Back, undo } from "./undo.ts";

/**
 * Takes back what a change of rules made of appointments, once the rules are again as they were. The last ones first:
 * each finds its old place free.
 * @param back "anywhere": also to where nothing serves, for it stood there and its head decides about it again
 * @throws Refusal 409 when one of them has been changed since
 */
export async function undoCaused(
  tx: Tx,
  office: AdministeredOffice,
  cause: string,
  now: Temporal.Instant,
  back: Back,
): Promise<number> {
  const caused = await causedBy(tx, office.id, cause);
  if (caused.some(({ made, version }) => made !== version)) throw new Refusal(409, "undo-overtaken");
  for (const { id, version } of caused) await undo(tx, office, id, version, now, back);
  return caused.length;
}
