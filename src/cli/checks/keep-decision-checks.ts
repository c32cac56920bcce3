import type { Check, Finding } from "./check.ts";

/** An appointment that nothing serves stays only by the head's decision, and only against what the head knew of then. */

const keptWithoutAct: Check = {
  name: "kept-without-act",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
    where live and kept_by is not null and not exists (
      select from appointment_event as event join audit_entry as entry on entry.office_id = event.office_id and entry.id = cause
      where event.office_id = visit.office_id and appointment_id = visit.id and kind = 'kept'
        and event.employee_id = kept_by and entry.employee_id = kept_by
        and not exists (select from appointment_event as later where later.office_id = visit.office_id
          and later.appointment_id = visit.id and later.undoes = event.version))
    order by 1`,
};

/** A head who has left is known by what else that head ruled. */
const keptByNoHead: Check = {
  name: "kept-by-no-head",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
    where live and kept_by is not null
      and not exists (select from membership
        where membership.office_id = visit.office_id and employee_id = kept_by and role = 'administrator')
      and not exists (select from audit_entry as entry
        where entry.office_id = visit.office_id and employee_id = kept_by and jsonb_typeof(details -> 'changes') = 'array'
          and not exists (select from appointment_event as event where event.office_id = visit.office_id
            and appointment_id = visit.id and cause = entry.id))
    order by 1`,
};

/**
 * When what closes its place came, by the exception itself, unless that closed it already before it was changed, or by the
 * act that recorded the change of rules. What was closed without an act came unseen; when hours went without one nobody
 * knows. Where the queue was inactive on that date already, that it is so for good closes nothing. Closures and holidays are
 * the work list's, until the head has decided again.
 */
const keptThenClosed: Check = {
  name: "kept-then-closed",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    with kept as (
      select visit.office_id, queue, starts_at, ends_at, reference, standing.at as kept_at,
        (visit.starts_at at time zone 'Europe/Athens')::date as date
      from appointment as visit cross join lateral (
        select max(at) as at from appointment_event as event
        where event.office_id = visit.office_id and appointment_id = visit.id and kind = 'kept'
          and not exists (select from appointment_event as later where later.office_id = visit.office_id
            and later.appointment_id = visit.id and later.undoes = event.version)) as standing
      where live and kept_by is not null and starts_at > ${now}
    ), ruled as (
      select office_id, at, change ->> 'table' as of, nullif(change -> 'before', 'null') as before,
        nullif(change -> 'after', 'null') as after
      from audit_entry cross join jsonb_array_elements(
        case jsonb_typeof(details -> 'changes') when 'array' then details -> 'changes' else '[]' end) as change
      where office_id in (select office_id from kept)
    )
    select concat_ws(' ', office.code, visit.queue, visit.starts_at, reference) as finding
    from kept as visit join office on office.id = office_id
      join queue on queue.office_id = visit.office_id and number = visit.queue
      left join queue_activity as dated
        on dated.office_id = visit.office_id and dated.queue = visit.queue and valid @> visit.date
    where exists (
        select from exception where exception.office_id = visit.office_id and kind = 'closed'
          and (exception.queue is null or exception.queue = visit.queue)
          and exception.starts_at < visit.ends_at and exception.ends_at > visit.starts_at
          and (created_at > kept_at and not exists (
            select from ruled where ruled.office_id = visit.office_id and at > kept_at and of = 'exception'
              and after ->> 'id' = exception.id::text and (before ->> 'starts_at')::timestamptz < visit.ends_at
              and (before ->> 'ends_at')::timestamptz > visit.starts_at)
          or exists (
            select from ruled where ruled.office_id = visit.office_id and at > kept_at and of = 'exception'
              and after ->> 'id' = exception.id::text and not ((before ->> 'starts_at')::timestamptz < visit.ends_at
                and (before ->> 'ends_at')::timestamptz > visit.starts_at))))
      or is_archived and kept_at < coalesce((
        select max(at) from ruled where ruled.office_id = visit.office_id and of = 'queue'
          and (after ->> 'number')::smallint = number
          and not (before ->> 'is_archived')::boolean and (after ->> 'is_archived')::boolean), 'infinity')
      or not coalesce(dated.is_active, queue.is_active) and exists (
        select from ruled where ruled.office_id = visit.office_id and at > kept_at
          and case of when 'queue' then dated.is_active is null and (after ->> 'number')::smallint = number
              and (before ->> 'is_active')::boolean and not (after ->> 'is_active')::boolean and not exists (
                select from ruled as dated_then where dated_then.office_id = visit.office_id and dated_then.at = ruled.at
                  and dated_then.of = 'queue_activity' and (dated_then.before ->> 'queue')::smallint = number
                  and (dated_then.before ->> 'valid')::daterange @> visit.date
                  and not (dated_then.before ->> 'is_active')::boolean)
            when 'queue_activity' then (after ->> 'queue')::smallint = number and (after ->> 'valid')::daterange @> visit.date
              and not (after ->> 'is_active')::boolean end)
      or exists (
        select from ruled where ruled.office_id = visit.office_id and at > kept_at and of = 'queue_hours'
          and (before ->> 'queue')::smallint = number and (before ->> 'weekday')::integer = extract(isodow from visit.date)
          and (before ->> 'valid')::daterange @> visit.date and not exists (
            select from queue_hours as hours where hours.office_id = visit.office_id and hours.queue = visit.queue
              and weekday = extract(isodow from visit.date) and hours.valid @> visit.date
              and (visit.date + make_interval(mins => opens_minute)) at time zone 'Europe/Athens' <= visit.starts_at
              and (visit.date + make_interval(mins => closes_minute)) at time zone 'Europe/Athens' >= visit.ends_at)
          and (visit.date + make_interval(mins => (before ->> 'opens_minute')::integer)) at time zone 'Europe/Athens' <= visit.starts_at
          and (visit.date + make_interval(mins => (before ->> 'closes_minute')::integer)) at time zone 'Europe/Athens' >= visit.ends_at)
    order by 1`,
};

export const keepDecisionChecks: readonly Check[] = [keptWithoutAct, keptByNoHead, keptThenClosed];
