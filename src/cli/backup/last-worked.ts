import type { Database } from "../../platform/database/transaction.ts";
import { systemClock } from "../../platform/time.ts";

/** When the program has last worked with these data, by the audit: since then nobody could see to what was due. */
export async function lastWorked({ acrossOffices }: Database): Promise<Temporal.Instant> {
  const [row] = await acrossOffices.sql<{ at: Temporal.Instant | null }>`select max(at) as at from audit_entry`;
  return row?.at ?? systemClock();
}
