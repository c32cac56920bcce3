import type { Read } from "../platform/database/sql.ts";
import { ofWholeDay } from "./counts.ts";
import { ESTIMATE_WEEKS, type MeasuredDay } from "./wait-estimate.ts";
import { walkInWaits } from "./waits-sql.ts";

/** For other modules: what was measured of those who came without an appointment, before a day. */
export async function measuredDays(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<MeasuredDay[]> {
  const rows = await walkInWaits(tx, officeId, { from: today.subtract({ weeks: ESTIMATE_WEEKS }), to: today });
  return rows.map(({ halfHours, ...day }) => ({ ...day, waits: ofWholeDay(halfHours) }));
}
