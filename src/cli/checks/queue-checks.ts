import { dateOf } from "../../platform/time.ts";
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
  find: (tx, now) => tx.sql<Finding>`
    select distinct concat_ws(' ', first.code, a, '/', second.code, b) as finding
    from doubly_served(null, ${dateOf(now)}) join office as first on first.id = office_a
      join office as second on second.id = office_b
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
