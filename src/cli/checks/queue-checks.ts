import type { Check, Finding } from "./check.ts";

/** What holds of every office's queues. */

const oneDefaultQueue: Check = {
  name: "one-default-queue",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, count(number)) as finding
    from office left join queue on office_id = office.id and is_default and not is_archived
    group by office.code having count(number) <> 1 order by 1`,
};

/** One employee serves one queue at a time (circular §Γ), also where she works in two offices. */
const employeeInTwoQueues: Check = {
  name: "employee-in-two-queues",
  find: (tx) => tx.sql<Finding>`
    with serving as (
      select office.code, number, employee_id, weekday, opens_minute, closes_minute, valid
      from queue join queue_hours as hours on hours.office_id = queue.office_id and hours.queue = number
        join office on office.id = queue.office_id
      where is_active and not is_archived and employee_id is not null
    )
    select distinct concat_ws(' ', a.code, a.number, '/', b.code, b.number) as finding
    from serving as a join serving as b on a.employee_id = b.employee_id and a.weekday = b.weekday
      and (a.code, a.number) < (b.code, b.number)
    where a.valid && b.valid and a.opens_minute < b.closes_minute and b.opens_minute < a.closes_minute
    order by 1`,
};

const hoursShorterThanSlot: Check = {
  name: "hours-shorter-than-slot",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, 'weekday', weekday, 'minute', opens_minute) as finding
    from queue_hours as hours join queue on queue.office_id = hours.office_id and number = queue
      join office on office.id = hours.office_id
    where closes_minute - opens_minute < slot_minutes and not is_archived order by 1`,
};

export const queueChecks: readonly Check[] = [oneDefaultQueue, employeeInTwoQueues, hoursShorterThanSlot];
