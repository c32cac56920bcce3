import type { Read } from "../../platform/database/sql.ts";
import type { NoShows } from "../contract.ts";

interface Compared {
  readonly service: string;
  /** Since when the office gives it by draw */
  readonly since: Temporal.Instant;
}

/**
 * Of the office's visits of a service that were to come and of which it is recorded whether they did: in the eight weeks before its
 * draws, and those that were drawn since. Whoever came without an appointment was never due.
 */
export async function noShowsOf(tx: Read, officeId: number, { service, since }: Compared): Promise<NoShows> {
  const rows = await tx.sql<Record<"missedBefore" | "before" | "missedDrawn" | "drawn", number>>`
    with earlier as (
      select status from appointment as visit
      where office_id = ${officeId} and service = ${service} and starts_at < ${since}
        and starts_at >= ${since}::timestamptz - interval '8 weeks'
        and status in ('arrived', 'in-service', 'served', 'no-show', 'left')
        and not exists (select from draw_result where office = ${officeId} and hold = visit.id)
        and not (channel = 'in-person' and exists (
          select from appointment_event as act
          where act.office_id = ${officeId} and appointment_id = visit.id and kind = 'arrived' and at = created_at))
    ), drawn as (
      select status
      from draw_result as result join draw on draw.number = result.draw
        join appointment as visit on visit.office_id = ${officeId} and visit.id = hold
      where result.office = ${officeId} and draw.service = ${service} and starts_at >= ${since}
        and status in ('arrived', 'in-service', 'served', 'no-show', 'left')
    )
    select (select count(*) filter (where status = 'no-show')::integer from earlier) as "missedBefore",
      (select count(*)::integer from earlier) as before,
      (select count(*) filter (where status = 'no-show')::integer from drawn) as "missedDrawn",
      (select count(*)::integer from drawn) as drawn`;
  const [{ missedBefore, before, missedDrawn, drawn }] = rows as [(typeof rows)[number]];
  return { before: { missed: missedBefore, of: before }, drawn: { missed: missedDrawn, of: drawn } };
}
