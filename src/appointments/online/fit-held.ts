import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { announceChange } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { withLength } from "../change.ts";
import type { StoredWork } from "../field/visit-services.ts";
import { minutesOf } from "../row/present.ts";
import { updateAppointment } from "../sql.ts";
import { type Hold, lockedHold } from "./confirm-held.ts";

/**
 * Another length for a place that is held, where it is.
 * @returns its minutes from then on
 * @throws Refusal 409 where there is no room for that, or it is held no more
 */
export async function fitHeld(tx: Tx, office: CitizensOffice, hold: Hold, needs: StoredWork["needs"]): Promise<number> {
  const held = await lockedHold(tx, office, hold);
  const after = await withLength(tx, office, held, { ...held, needs });
  if (!(await updateAppointment(tx, office.id, held, after))) throw new Error("A hold was changed under its lock.");
  announceChange(tx, office.id, [dateOf(held.starts_at)], held.id, null);
  return minutesOf(after);
}
