import type { Facts } from "../availability/facts.ts";
import type { Read } from "../platform/database/sql.ts";
import { localDay } from "../platform/time.ts";

/**
 * Everything that decides which times an office offers from `first` to `last` (both included), in one statement.
 * Row-level security restricts it to the transaction's office; the id is named for the index's sake.
 */
export async function factsOf(
  tx: Read,
  officeId: number,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<Facts> {
  const from = Temporal.Instant.fromEpochMilliseconds(localDay(first).from * 60_000);
  const to = Temporal.Instant.fromEpochMilliseconds(localDay(last).to * 60_000);
  const rows = await tx.sql<{ facts: Facts }>`
    select json_build_object(
      'queues', (select coalesce(json_agg(json_build_object(
          'number', number, 'active', is_active, 'public', is_public, 'slotMinutes', slot_minutes) order by number), '[]')
        from queue where office_id = ${officeId} and not is_archived),
      'activity', (select coalesce(json_agg(json_build_object(
          'queue', queue, 'from', lower(valid), 'to', upper(valid) - 1, 'active', is_active)), '[]')
        from queue_activity where office_id = ${officeId} and valid && daterange(${first}::date, ${last}::date, '[]')),
      'hours', (select coalesce(json_agg(json_build_object(
          'queue', queue, 'weekday', weekday, 'opens', opens_minute, 'closes', closes_minute,
          'validFrom', lower(valid), 'validTo', upper(valid) - 1)), '[]')
        from queue_hours where office_id = ${officeId} and valid && daterange(${first}::date, ${last}::date, '[]')),
      'extra', (select coalesce(json_agg(json_build_object(
          'queue', queue, 'from', extract(epoch from starts_at)::bigint / 60, 'to', extract(epoch from ends_at)::bigint / 60)
          order by id), '[]')
        from exception where office_id = ${officeId} and kind = 'extra' and ends_at > ${from} and starts_at < ${to}),
      'closed', (select coalesce(json_agg(json_build_object('queue', queue, 'kind', kind, 'reason', reason,
          'from', extract(epoch from starts_at)::bigint / 60, 'to', extract(epoch from ends_at)::bigint / 60)), '[]')
        from (
          select queue, 'exception' as kind, reason, starts_at, ends_at from exception
            where office_id = ${officeId} and kind = 'closed' and ends_at > ${from} and starts_at < ${to}
          union all
          select null, 'closure', reason, starts_at, ends_at from closure
            where ends_at > ${from} and starts_at < ${to}
              and (region is null or region = (select region from office where id = ${officeId}))
          union all
          select null, 'holiday', name,
            (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
            (date + 1)::timestamp at time zone 'Europe/Athens'
            from holiday where date between ${first}::date and ${last}::date
        ) as closed),
      'taken', (select coalesce(json_agg(json_build_object(
          'queue', queue, 'from', extract(epoch from starts_at)::bigint / 60, 'to', extract(epoch from ends_at)::bigint / 60)), '[]')
        from appointment where office_id = ${officeId} and live and starts_at >= ${from} and starts_at < ${to})
    ) as facts`;
  return (rows[0] as { facts: Facts }).facts;
}
