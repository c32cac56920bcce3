import type { Read } from "../platform/database/sql.ts";
import type { Row } from "./sql.ts";

/**
 * Those of the appointments whose place anything has changed since a head kept them there, so that she knew nothing of
 * it then: a closure, a holiday, or a change of the rules that touches it and stands. A change taken back since counts
 * when it was older than the decision, for then its being taken back is the change; a younger one is as if it had never
 * been, and so is `except`, which is being taken back just now.
 */
export async function changedSinceKept(
  tx: Read,
  officeId: number,
  rows: readonly Row[],
  except: string | null,
): Promise<ReadonlySet<string>> {
  const places = rows.map(({ id, queue, starts_at, ends_at }) => ({
    ...{ id, queue, starts_at: starts_at.toString(), ends_at: ends_at.toString() },
  }));
  const changed = await tx.sql<{ id: string }>`
    with place as (
      select given.*, (starts_at at time zone 'Europe/Athens')::date as date, kept.at, kept.cause
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as given (id uuid, queue smallint, starts_at timestamptz, ends_at timestamptz)
      cross join lateral (
        select at, cause from appointment_event as event
        where office_id = ${officeId} and appointment_id = given.id and kind = 'kept' and not exists (
          select from appointment_event as later
          where later.office_id = ${officeId} and later.appointment_id = given.id and later.undoes = event.version)
        order by version desc limit 1) as kept
    ), standing as (
      select entry.id, entry.at, undone.at as undone_at, coalesce(undone.details, entry.details) -> 'changes' as changes
      from audit_entry as entry left join audit_entry as undone on entry.act = 'rules-undone'
        and undone.office_id = ${officeId} and undone.id = (entry.details ->> 'undoes')::uuid
      where entry.office_id = ${officeId} and entry.at >= (select min(at) from place)
        and entry.id is distinct from ${except}::uuid and not exists (
          select from audit_entry as later where later.office_id = ${officeId} and later.at >= entry.at
            and later.act = 'rules-undone' and later.details ->> 'undoes' = entry.id::text)
    ), touched as (
      select id, at, undone_at, change ->> 'table' as "table", part as row,
        change -> 'before' as before, change -> 'after' as after
      from standing cross join jsonb_array_elements(
          case jsonb_typeof(changes) when 'array' then changes else '[]' end) as change
        cross join lateral (values (nullif(change -> 'before', 'null')), (nullif(change -> 'after', 'null'))) as side (part)
      where part is not null
    )
    select id from place
    where exists (select from closure where (region is null or region = (select region from office where id = ${officeId}))
        and closure.starts_at < place.ends_at and closure.ends_at > place.starts_at and created_at > place.at)
      or exists (select from holiday join sweep on sweep.id = holiday.sweep
        where holiday.date = place.date and started_at > place.at)
      or exists (select from touched
        where (touched.at, touched.id) > (place.at, place.cause) and (undone_at is null or undone_at < place.at)
          and case "table"
            when 'queue' then (row ->> 'number')::int = place.queue
              and (before -> 'is_active', before -> 'is_archived', before -> 'is_public')
                is distinct from (after -> 'is_active', after -> 'is_archived', after -> 'is_public')
            when 'queue_hours' then (row ->> 'queue')::int = place.queue and (row ->> 'valid')::daterange @> place.date
              and (row ->> 'weekday')::int = extract(isodow from place.date)
            when 'queue_activity' then (row ->> 'queue')::int = place.queue and (row ->> 'valid')::daterange @> place.date
            when 'exception' then coalesce((row ->> 'queue')::int, place.queue) = place.queue
              and (row ->> 'starts_at')::timestamptz < place.ends_at and (row ->> 'ends_at')::timestamptz > place.starts_at
          end)`;
  return new Set(changed.map(({ id }) => id));
}
