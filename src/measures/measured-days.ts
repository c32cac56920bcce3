import type { Read } from "../platform/database/sql.ts";
import type { HalfHours } from "./histograms.ts";
import { ESTIMATE_WEEKS, type MeasuredDay } from "./wait-estimate.ts";
import { walkInWaits } from "./waits-sql.ts";

/** For other modules: what was measured of those who came without an appointment, before a day. */
export async function measuredDays(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<MeasuredDay[]> {
  const rows = await walkInWaits(tx, officeId, { from: today.subtract({ weeks: ESTIMATE_WEEKS }), to: today });
  return rows.map(({ halfHours, ...day }) => ({ ...day, waits: addedUp(halfHours) }));
}

function addedUp(halfHours: HalfHours): Record<string, number> {
  const waits: Record<string, number> = {};
  for (const counts of Object.values(halfHours))
    for (const [minutes, count] of Object.entries(counts)) waits[minutes] = (waits[minutes] ?? 0) + count;
  return waits;
}
