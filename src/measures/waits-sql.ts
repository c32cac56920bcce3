import { type Part, part, type Read } from "../platform/database/sql.ts";
import type { HalfHours } from "./histograms.ts";
import type { VisitClass } from "./visit.ts";

interface WaitsQuery {
  readonly class: VisitClass;
  readonly from: Temporal.PlainDate;
  /** Not included */
  readonly to: Temporal.PlainDate;
}

/** Each day on which anybody of the class came and was served. */
const daysOf = (officeId: number, { class: of, from, to }: WaitsQuery): Part => part`
  day_measure join day_completeness using (office_id, date)
  where office_id = ${officeId} and date >= ${from} and date < ${to} and measure = 'wait' and class = ${of}`;

interface WaitsRow {
  /** ISO text */
  readonly date: string;
  readonly halfHours: HalfHours;
  readonly visits: number;
  readonly complete: number;
}

export const waitsOf = (tx: Read, officeId: number, query: WaitsQuery): Promise<WaitsRow[]> =>
  tx.sql<WaitsRow>`
    select date::text as date, half_hours as "halfHours", visits, complete from ${daysOf(officeId, query)} order by date`;

interface NumberWaits {
  readonly days: readonly Omit<WaitsRow, "date">[];
  /** They are told no range */
  readonly isSilent: boolean;
}

/** For whoever waits with a number, in one statement: it is asked at each change of a line. */
export async function numberWaits(tx: Read, officeId: number, query: WaitsQuery): Promise<NumberWaits> {
  const rows = await tx.sql<NumberWaits>`
    select coalesce((select number_is_silent from office_wait where office_id = ${officeId}), false) as "isSilent",
      (select coalesce(json_agg(json_build_object('halfHours', half_hours, 'visits', visits, 'complete', complete)), '[]')
        from ${daysOf(officeId, query)}) as days`;
  return rows[0] as NumberWaits;
}
