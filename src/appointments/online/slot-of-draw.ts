import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf } from "../../platform/time.ts";
import type { AppointmentRow } from "../sql.ts";
import { isHeldForDraw } from "./draw-places-sql.ts";

/**
 * Whoever gave up what was drawn can't have it back: it goes on in the order of its draw. Nobody has taken it who could be named.
 * @throws Refusal 409 `slot-taken`, in words of its own
 */
export async function requireNotOfDraw(tx: Read, officeId: number, place: AppointmentRow): Promise<void> {
  if (!(await isHeldForDraw(tx, officeId, place))) return;
  const time = clockTextOf(place.starts_at);
  throw new Refusal(409, "slot-taken", {
    values: { time, words: "slot-of-draw" },
    errors: [{ field: "time", code: "slot-of-draw", values: { time } }],
  });
}
