import { UNCONFIRMED } from "../appointments/statuses.ts";
import type { Read } from "../platform/database/sql.ts";
import { instantOf, localDay } from "../platform/time.ts";
import { type OnlineShare, SHARE_DAYS } from "./contract.ts";

/** By queue, how many appointments citizens have booked for themselves, of all that took or take place; counts only. */
export async function onlineShares(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<OnlineShare[]> {
  const startOf = (date: Temporal.PlainDate) => instantOf(localDay(date).from);
  const [first, now, end] = [today.subtract({ days: SHARE_DAYS }), today, today.add({ days: SHARE_DAYS })].map(startOf);
  return tx.sql<OnlineShare>`
    select queue,
      json_build_object('online', count(*) filter (where is_past and is_online), 'all', count(*) filter (where is_past)) as past,
      json_build_object('online', count(*) filter (where not is_past and is_online),
        'all', count(*) filter (where not is_past)) as coming
    from (
      select queue, starts_at < ${now} as is_past, channel = 'online' as is_online from appointment
      where office_id = ${officeId} and live and not status = any (${UNCONFIRMED})
        and starts_at >= ${first} and starts_at < ${end}
    ) as visit
    group by queue order by queue`;
}
