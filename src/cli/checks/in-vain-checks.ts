import type { Check, Finding } from "./check.ts";

/** What is noted of a visit in vain lasts until the night, and is of papers that were missing no more than papers were. */
const inVainNotAddingUp: Check = {
  name: "in-vain-not-adding-up",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, visit_in_vain.date, 'kept') as finding
    from visit_in_vain join office on office.id = office_id join in_vain_until as until using (office_id)
    where visit_in_vain.date <= until.date
    union all
    select concat_ws(' ', monday, service, 'lines')
    from in_vain_week where paper < (select coalesce(sum(visits), 0) from in_vain_line as line
      where line.monday = in_vain_week.monday and line.service = in_vain_week.service)
    union all
    select concat_ws(' ', monday, 'without days')
    from in_vain_week where not exists (select from in_vain_days as days where days.monday = in_vain_week.monday and counted > 0)
    union all
    select concat_ws(' ', monday, 'noted by no office')
    from in_vain_office join (
      select monday, sum(paper + elsewhere + needless) as noted from in_vain_week group by monday) as week using (monday)
    group by monday having not bool_or(is_used) and max(noted) > 0
    order by 1`,
};

export const inVainChecks: readonly Check[] = [inVainNotAddingUp];
