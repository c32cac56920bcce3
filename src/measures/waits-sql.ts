import type { Read } from "../platform/database/sql.ts";
import type { HalfHours } from "./histograms.ts";

interface WaitsRow {
  readonly halfHours: HalfHours;
  readonly visits: number;
  readonly complete: number;
}

/** Of each day on which anybody came without an appointment and was served. @param to not included */
export const walkInWaits = (
  tx: Read,
  officeId: number,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<WaitsRow[]> =>
  tx.sql<WaitsRow>`
    select half_hours as "halfHours", visits, complete
    from day_measure join day_completeness using (office_id, date)
    where office_id = ${officeId} and date >= ${from} and date < ${to} and measure = 'wait' and class = 'walk-in'
    order by date`;
