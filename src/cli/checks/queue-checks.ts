import { dateOf } from "../../platform/time.ts";
import type { Check, Finding } from "./check.ts";

/** What holds of every office's queues. */

const oneDefaultQueue: Check = {
  name: "one-default-queue",
  remedy: "head",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, count(number)) as finding
    from office left join queue on office_id = office.id and is_default and not is_archived
    group by office.code having count(number) <> 1 order by 1`,
};

/**
 * One employee serves one queue at a time (circular §Γ), also in two offices. Said by itself, without doubly_served: on
 * each date until a week after the last rule has changed, at each moment from which one of the queues may serve.
 */
const employeeInTwoQueues: Check = {
  name: "employee-in-two-queues",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    with ahead as (
      select ${dateOf(now)}::date as today, greatest(0, max(date) - ${dateOf(now)}::date) + 7 as days from (
        select lower(valid) as date from queue_hours union all select upper(valid) from queue_hours
        union all select upper(valid) from queue_activity union all select queue_substitute.date from queue_substitute
        union all select (ends_at at time zone 'Europe/Athens')::date from exception) as edge
    ), place as (
      select queue.office_id, number as queue, day.date, coalesce(substitute.employee_id, queue.employee_id) as employee_id
      from queue cross join ahead cross join generate_series(0, days) as n cross join lateral (select today + n as date) as day
        left join queue_activity as dated on dated.office_id = queue.office_id and dated.queue = number and valid @> day.date
        left join queue_substitute as substitute
          on substitute.office_id = queue.office_id and substitute.queue = number and substitute.date = day.date
      where not is_archived and coalesce(dated.is_active, queue.is_active)
    ), shared as (
      select * from place where (employee_id, date) in (select employee_id, date from place group by 1, 2 having count(*) > 1)
    ), hours as (
      select shared.*, (date + make_interval(mins => opens_minute)) at time zone 'Europe/Athens' as opens,
        (date + make_interval(mins => closes_minute)) at time zone 'Europe/Athens' as closes
      from shared join queue_hours using (office_id, queue) where weekday = extract(isodow from date) and valid @> date
    ), moment as (
      select employee_id, date, opens as at from hours
      union select employee_id, date, date::timestamp at time zone 'Europe/Athens' from shared
      union select employee_id, date, edge.at from shared join exception using (office_id)
        cross join lateral (select case kind when 'extra' then starts_at else ends_at end as at) as edge
      where (exception.queue is null or exception.queue = shared.queue) and (edge.at at time zone 'Europe/Athens')::date = date
    ), served as (
      select distinct employee_id, at, office_id, queue from moment join shared using (employee_id, date)
      where not exists (select from exception as closing where closing.office_id = shared.office_id and kind = 'closed'
          and (closing.queue is null or closing.queue = shared.queue) and starts_at <= at and at < ends_at)
        and (exists (select from hours where (hours.office_id, hours.queue, hours.date)
            = (shared.office_id, shared.queue, shared.date) and opens <= at and at < closes)
          or exists (select from exception as extra where extra.office_id = shared.office_id and kind = 'extra'
            and (extra.queue is null or extra.queue = shared.queue) and starts_at <= at and at < ends_at))
    )
    select distinct concat_ws(' ', first.code, one.queue, '/', second.code, other.queue) as finding
    from served as one join served as other using (employee_id, at) join office as first on first.id = one.office_id
      join office as second on second.id = other.office_id
    where (one.office_id, one.queue) < (other.office_id, other.queue) order by 1`,
};

const hoursShorterThanSlot: Check = {
  name: "hours-shorter-than-slot",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, 'weekday', weekday, 'minute', opens_minute) as finding
    from queue_hours as hours join queue on queue.office_id = hours.office_id and number = queue
      join office on office.id = hours.office_id
    where closes_minute - opens_minute < slot_minutes and not is_archived
      and (upper_inf(valid) or upper(valid) > ${dateOf(now)}) order by 1`,
};

/** Citizens at the counter are always served by it (circular §Γ). */
const defaultQueueInactive: Check = {
  name: "default-queue-inactive",
  remedy: "report",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, number) as finding from queue join office on office.id = office_id
    where is_default and (not is_active or exists (
      select from queue_activity as dated where dated.office_id = queue.office_id and queue = number and not dated.is_active
        and upper(valid) > ${dateOf(now)}))
    order by 1`,
};

/** Who stands in for somebody is one of the office's people, at least until they are gone. */
const substituteOfNoOffice: Check = {
  name: "substitute-of-no-office",
  remedy: "head",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, date) as finding
    from queue_substitute as substitute join office on office.id = office_id
    where date >= ${dateOf(now)} and not exists (select from membership
      where membership.office_id = substitute.office_id and membership.employee_id = substitute.employee_id)
    order by 1`,
};

export const queueChecks: readonly Check[] = [
  oneDefaultQueue,
  defaultQueueInactive,
  employeeInTwoQueues,
  substituteOfNoOffice,
  hoursShorterThanSlot,
];
