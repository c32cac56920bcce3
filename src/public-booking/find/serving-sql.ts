import type { Reason } from "../../availability/facts.ts";
import type { StoredHours } from "../../offices/hours/office-hours.ts";
import type { Read } from "../../platform/database/sql.ts";
import { type Interval, instantOf, localDay } from "../../platform/time.ts";

/** SQL of how an office serves, as citizens may know it: of queues that are not public they learn nothing. */
export interface Serving {
  /** The ministry has opened it, and it has a public queue that takes visits or will */
  readonly isOpen: boolean;
  readonly isOffered: boolean;
  /** By the office's own word, whatever its queues serve */
  readonly hours: StoredHours;
  /** What closes the whole office in the days asked for */
  readonly closed: readonly ClosingTime[];
}

/** In epoch minutes, half-open. */
export interface ClosingTime extends Interval, Reason {}

interface ServingQuery {
  /** Of several all of them; null: any */
  readonly service: string | null;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export async function servingOf(tx: Read, officeId: number, { service, first, last }: ServingQuery): Promise<Serving> {
  const [from, to] = [instantOf(localDay(first).from), instantOf(localDay(last).to)];
  const rows = await tx.sql<Serving>`
    with public_queue as (
      select number from queue
      where office_id = ${officeId} and is_public and not is_archived and (is_active or exists (
        select from queue_activity as dated
        where office_id = ${officeId} and queue = number and dated.is_active and upper(valid) > ${first}::date))
    )
    select is_open_to_citizens(id, region) and exists (select from public_queue) as "isOpen",
      not exists (select from office_service
        where office_id = ${officeId} and service = any (regexp_split_to_array(${service}, '[,;]')) and not is_offered) as "isOffered",
      json_build_object('counterHours', counter_hours, 'telephoneHours', telephone_hours, 'hoursExceptions', hours_exceptions) as hours,
      (select coalesce(json_agg(part order by "from"), '[]') from (
        select reason, null as "reasonEn", minute_of(starts_at) as "from", minute_of(ends_at) as "to"
          from exception
          where office_id = ${officeId} and queue is null and kind = 'closed' and ends_at > ${from} and starts_at < ${to}
        union all
        select reason, named.name_en, minute_of(starts_at), minute_of(ends_at)
          from closings(region, ${from}, ${to}) left join holiday as named on named.date = closings.holiday) as part) as closed
    from office where id = ${officeId}`;
  return rows[0] as Serving;
}
