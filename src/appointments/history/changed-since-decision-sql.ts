import type { Read } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";
import { closedSinceDecision, lastKeepDecision } from "./outdated-decisions-sql.ts";

/**
 * Those of the appointments whose place something has changed since a head kept them there without knowing of it: a
 * closure, a holiday, or a change of the rules that touches it and stands. A change taken back since counts when it was
 * older than the decision, for then its being taken back is the change; a younger one is as if it had never been, and so
 * is `except`, which is being taken back just now.
 */
export async function changedSinceDecision(
  tx: Read,
  officeId: number,
  rows: readonly AppointmentRow[],
  except: string | null,
): Promise<ReadonlySet<string>> {
  const places = rows.map(({ id, queue, starts_at, ends_at }) => ({
    id,
    queue,
    starts_at: starts_at.toString(),
    ends_at: ends_at.toString(),
  }));
  const changed = await tx.sql<{ id: string }>`
    with place as (
      select visit.*, (starts_at at time zone 'Europe/Athens')::date as date, kept_at, kept_by_change
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as visit (id uuid, queue smallint, starts_at timestamptz, ends_at timestamptz)
      cross join lateral (${lastKeepDecision(officeId)}) as keeping
    ), standing as (
      select entry.id, entry.at, undone.at as undone_at, coalesce(undone.details, entry.details) -> 'changes' as changes
      from audit_entry as entry left join audit_entry as undone on entry.act = 'rules-undone'
        and undone.office_id = ${officeId} and undone.id = (entry.details ->> 'undoes')::uuid
      where entry.office_id = ${officeId} and entry.at >= (select min(kept_at) from place)
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
    select id from place as visit
    where ${closedSinceDecision(officeId)} or exists (select from touched
        where (touched.at, touched.id) > (kept_at, kept_by_change) and (undone_at is null or undone_at < kept_at)
          and case "table"
            when 'queue' then (row ->> 'number')::int = visit.queue
              and (before -> 'is_active', before -> 'is_archived', before -> 'is_public')
                is distinct from (after -> 'is_active', after -> 'is_archived', after -> 'is_public')
            when 'queue_hours' then (row ->> 'queue')::int = visit.queue and (row ->> 'valid')::daterange @> visit.date
              and (row ->> 'weekday')::int = extract(isodow from visit.date)
            when 'queue_activity' then (row ->> 'queue')::int = visit.queue and (row ->> 'valid')::daterange @> visit.date
            when 'exception' then coalesce((row ->> 'queue')::int, visit.queue) = visit.queue
              and (row ->> 'starts_at')::timestamptz < visit.ends_at and (row ->> 'ends_at')::timestamptz > visit.starts_at
          end)`;
  return new Set(changed.map(({ id }) => id));
}
