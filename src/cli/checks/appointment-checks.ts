import { part } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/**
 * Where live appointments must never stand, unless an administrator kept them. What is open is said here by itself, on
 * purpose: neither by db/functions nor by src/availability, which these checks are to judge (test/open.test.ts compares).
 */

const overlapping: Check = {
  name: "overlapping-appointments",
  remedy: "overlap",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference, 'after', earlier) as finding
    from (
      select office_id, queue, starts_at, reference,
        max(ends_at) over before as busy_until, max(reference) over before as earlier
      from appointment where live
      window before as (partition by office_id, queue order by starts_at, id rows between unbounded preceding and 1 preceding)
    ) as visit join office on office.id = office_id
    where busy_until > starts_at order by 1`,
};

/**
 * What stands in time that the ministry has closed is on the work list already, and judged by that: a head who closes the same
 * time once more is not asked about it.
 */
const CLOSED_BY_MINISTRY = part`(
  exists (select from closure where (closure.region is null or closure.region = office.region)
    and visit.starts_at < closure.ends_at and visit.ends_at > closure.starts_at)
  or exists (select from holiday where date = (visit.starts_at at time zone 'Europe/Athens')::date
    and visit.ends_at > (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens'))`;

const outsideHours: Check = {
  name: "outside-hours",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, visit.queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
    where live and kept_by is null and starts_at > ${now} and not ${CLOSED_BY_MINISTRY} and not exists (
      select from (
        select range_agg(open) as hours from (
          select tstzrange(
            (local.date + make_interval(mins => opens_minute)) at time zone 'Europe/Athens',
            (local.date + make_interval(mins => closes_minute)) at time zone 'Europe/Athens') as open
          from queue_hours, lateral (select (visit.starts_at at time zone 'Europe/Athens')::date as date) as local
          where queue_hours.office_id = visit.office_id and queue_hours.queue = visit.queue
            and weekday = extract(isodow from local.date) and valid @> local.date
          union all
          select tstzrange(extra.starts_at, extra.ends_at) from exception as extra
          where extra.office_id = visit.office_id and (extra.queue is null or extra.queue = visit.queue) and kind = 'extra'
        ) as parts
      ) as open where hours @> tstzrange(visit.starts_at, visit.ends_at))
    order by 1`,
};

const insideException: Check = {
  name: "inside-exception",
  remedy: "head",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, visit.queue, visit.starts_at, reference) as finding
    from exception join appointment as visit using (office_id) join office on office.id = office_id
    where kind = 'closed' and live and kept_by is null and (exception.queue is null or exception.queue = visit.queue)
      and visit.starts_at < exception.ends_at and visit.ends_at > exception.starts_at and not ${CLOSED_BY_MINISTRY}
    order by 1`,
};

/**
 * Those that were there when the ministry closed the time are on the office's work list; none may come after. Bookings
 * under way then have ended when the sweep has been at the office: from that moment on it is exact.
 */
const insideClosure: Check = {
  name: "inside-closure",
  remedy: "head",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, visit.starts_at, reference) as finding
    from closure join office on closure.region is null or closure.region = office.region
      join appointment as visit on visit.office_id = office.id
      left join sweep_office as swept on swept.office_id = office.id and swept.sweep = closure.sweep
    where live and kept_by is null and visit.starts_at < closure.ends_at and visit.ends_at > closure.starts_at
      and coalesce(swept.done_at, closure.created_at) < coalesce(visits_check.placed_at(visit.office_id, visit.id), visit.created_at)
    order by 1`,
};

/** As for closures; a holiday that was never another is there before every appointment. */
const onHoliday: Check = {
  name: "on-holiday",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, appointment.starts_at, reference) as finding
    from appointment join office on office.id = office_id
      join holiday on date = (starts_at at time zone 'Europe/Athens')::date
      left join sweep on sweep.id = holiday.sweep
      left join sweep_office as swept on swept.office_id = office.id and swept.sweep = holiday.sweep
    where live and kept_by is null and appointment.starts_at > ${now}
      and appointment.ends_at > (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens'
      and coalesce(swept.done_at, sweep.started_at, '-infinity')
        < coalesce(visits_check.placed_at(office.id, appointment.id), appointment.created_at)
    order by 1`,
};

const inactiveQueue: Check = {
  name: "inactive-queue",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
      join queue on queue.office_id = visit.office_id and queue.number = visit.queue
    where live and kept_by is null and starts_at > ${now} and not ${CLOSED_BY_MINISTRY} and (is_archived or not coalesce(
      (select dated.is_active from queue_activity as dated where dated.office_id = queue.office_id
        and dated.queue = number and valid @> (starts_at at time zone 'Europe/Athens')::date), queue.is_active))
    order by 1`,
};

/** What no key of the database holds: each service of a visit is of the catalogue, and each who comes along has one to three. */
const servicesAstray: Check = {
  name: "services-astray",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = visit.office_id
    where (more_services <> '{}' or companions <> '[]') and (
      exists (select from services_of_visit(visit) as done where code not in (select service.code from service))
      or exists (select from jsonb_array_elements(companions) as each
        where jsonb_typeof(each -> 'services') is distinct from 'array'
          or jsonb_array_length(each -> 'services') not between 1 and 3
          or jsonb_typeof(each -> 'lastName') is distinct from 'string' or jsonb_typeof(each -> 'firstName') is distinct from 'string'))
    order by 1`,
};

/**
 * Each stretch of hours begins a grid of its own, extra hours where neither weekly nor earlier ones are. When slots,
 * hours or extra hours of a queue have been changed, or that taken back, nobody knows any more on which grid its older
 * appointments stood.
 */
const offGrid: Check = {
  name: "off-grid",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    with reshaped as (
      select entry.office_id, concerned.number as queue, max(entry.at) as at
      from audit_entry as entry left join audit_entry as undone on entry.act = 'rules-undone'
          and undone.office_id = entry.office_id and undone.id = (entry.details ->> 'undoes')::uuid
        cross join lateral (select coalesce(undone.details, entry.details) -> 'changes' as changes) as told
        cross join lateral jsonb_array_elements(
          case jsonb_typeof(told.changes) when 'array' then told.changes else '[]' end) as change
        cross join lateral (select coalesce(nullif(change -> 'after', 'null'), change -> 'before') as row) as named
        join queue as concerned on concerned.office_id = entry.office_id
          and concerned.number = coalesce((row ->> 'queue')::smallint, (row ->> 'number')::smallint, concerned.number)
      where case change ->> 'table' when 'queue_hours' then true when 'exception' then row ->> 'kind' = 'extra'
        when 'queue' then change -> 'before' -> 'slot_minutes' is distinct from change -> 'after' -> 'slot_minutes' end
      group by 1, 2
    )
    select concat_ws(' ', office.code, visit.queue, visit.starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
      join queue on queue.office_id = visit.office_id and queue.number = visit.queue
      left join reshaped on reshaped.office_id = visit.office_id and reshaped.queue = visit.queue,
      lateral (select visit.starts_at at time zone 'Europe/Athens' as starts) as local,
      lateral (
        select range_agg(tstzrange(opens, closes)) as weekly,
          array_agg(opens) filter (where tstzrange(opens, closes) @> visit.starts_at) as begun
        from (
          select (local.starts::date + make_interval(mins => opens_minute)) at time zone 'Europe/Athens' as opens,
            (local.starts::date + make_interval(mins => closes_minute)) at time zone 'Europe/Athens' as closes
          from queue_hours where queue_hours.office_id = visit.office_id and queue_hours.queue = visit.queue
            and weekday = extract(isodow from local.starts) and valid @> local.starts::date
        ) as hours where opens < closes
      ) as of_week,
      lateral (
        select unnest(begun) as opens
        union all
        select lower(piece) from exception as extra, unnest(tstzmultirange(tstzrange(starts_at, ends_at))
            - coalesce(weekly, '{}') - coalesce((
              select range_agg(tstzrange(earlier.starts_at, earlier.ends_at)) from exception as earlier
              where earlier.office_id = extra.office_id and (earlier.queue is null or earlier.queue = visit.queue)
                and earlier.kind = 'extra' and earlier.id < extra.id), '{}')) as piece
        where extra.office_id = visit.office_id and (extra.queue is null or extra.queue = visit.queue)
          and kind = 'extra' and tstzrange(starts_at, ends_at) @> visit.starts_at and piece @> visit.starts_at
      ) as stretch
    where live and kept_by is null and visit.starts_at > ${now} and (reshaped.at is null
      or reshaped.at <= coalesce(visits_check.placed_at(visit.office_id, visit.id), visit.created_at))
    group by office.code, visit.queue, visit.starts_at, reference, slot_minutes
    having not bool_or(mod(extract(epoch from visit.starts_at - opens), slot_minutes * 60) = 0)
    order by 1`,
};

/** Citizens book only in queues that they see; staff's bookings may stand in any. */
const onlineInHiddenQueue: Check = {
  name: "online-in-hidden-queue",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
      join queue on queue.office_id = visit.office_id and queue.number = visit.queue
    where live and kept_by is null and starts_at > ${now} and channel = 'online' and not is_public order by 1`,
};

/** Whole slots, of the length that slots had when the appointment got its own; what an undoing gave back is older. */
const lengthOffSlot: Check = {
  name: "length-off-slot",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    with reshaped as (
      select entry.office_id, (change -> 'before' ->> 'number')::smallint as queue, max(entry.at) as at
      from audit_entry as entry left join audit_entry as undone on entry.act = 'rules-undone'
          and undone.office_id = entry.office_id and undone.id = (entry.details ->> 'undoes')::uuid
        cross join lateral (select coalesce(undone.details, entry.details) -> 'changes' as changes) as told
        cross join lateral jsonb_array_elements(
          case jsonb_typeof(told.changes) when 'array' then told.changes else '[]' end) as change
      where change ->> 'table' = 'queue' and change -> 'before' -> 'slot_minutes' <> change -> 'after' -> 'slot_minutes'
      group by 1, 2
    )
    select concat_ws(' ', office.code, visit.queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
      join queue on queue.office_id = visit.office_id and number = visit.queue
      left join reshaped on reshaped.office_id = visit.office_id and reshaped.queue = visit.queue
    where live and starts_at > ${now} and mod(extract(epoch from ends_at - starts_at), slot_minutes * 60) <> 0
      and (reshaped.at is null or reshaped.at <= (
        select max(at) from appointment_event as event
        where event.office_id = visit.office_id and appointment_id = visit.id and kind <> 'undone'
          and (kind in ('booked', 'transferred') or changes -> 'starts_at' is not null or changes -> 'ends_at' is not null)
          and not exists (select from appointment_event as later where later.office_id = visit.office_id
            and later.appointment_id = visit.id and later.undoes = event.version)))
    order by 1`,
};

export const appointmentChecks: readonly Check[] = [
  overlapping,
  outsideHours,
  insideException,
  insideClosure,
  onHoliday,
  inactiveQueue,
  servicesAstray,
  offGrid,
  onlineInHiddenQueue,
  lengthOffSlot,
];
