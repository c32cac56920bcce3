import { type Part, part } from "../platform/database/sql.ts";

/** Beside a row of `queue`: `served_by`, its employee of that date, which may be somebody else than its own. */
export const servedOn = (date: Temporal.PlainDate): Part => part`
  cross join lateral (select coalesce((select employee_id from queue_substitute
    where queue_substitute.office_id = queue.office_id and queue = number and date = ${date}), queue.employee_id) as served_by)
    as serving`;
