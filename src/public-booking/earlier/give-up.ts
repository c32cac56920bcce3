import { noteGivenUp } from "../../appointments/online/freed.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { OfferedPlace } from "./earlier-sql.ts";

/** Places of one office that were offered and not taken: held no more, and offered to the next one. In that office's scope. */
export async function giveUp(tx: Tx, places: readonly OfferedPlace[], now: Temporal.Instant): Promise<void> {
  const [first] = places;
  if (!first) return;
  const { office } = first;
  const holds = places.map(({ hold }) => hold);
  await giveBack(tx, office, holds, now);
  const toCome = places.filter(({ starts_at }) => Temporal.Instant.compare(starts_at, now) > 0);
  await noteGivenUp(tx, office, toCome, now);
}
