import { FIGURE_MEASURES } from "../../measures/figures/day-figures.ts";
import type { Check, Finding } from "./check.ts";

/** What a head's page adds up of a week is what its days come to, value by value. */
const weekCountsDiffering: Check = {
  name: "week-counts-differing",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with kept as (
      select office_id, monday, each ->> 'measure' as measure, each ->> 'class' as class, one.value, one.count::bigint as number
      from office_week_counts cross join lateral json_array_elements(counts -> 'measures') as each
        cross join lateral json_each_text(each -> 'counts') as one (value, count)
      union all
      select office_id, monday, 'crowd', 'all', one.value, one.count::bigint
      from office_week_counts cross join lateral json_array_elements(counts -> 'crowds') as day
        cross join lateral json_each_text(day -> 'people') as one (value, count)
      union all
      select office_id, monday, 'service', service.code, one.value, one.count::bigint
      from office_week_counts cross join lateral json_each(counts -> 'services') as service (code, minutes)
        cross join lateral json_each_text(minutes) as one (value, count)
      union all
      select office_id, monday, 'completeness', one.of, null::text, one.count::bigint
      from office_week_counts cross join lateral json_each_text(counts -> 'completeness') as one (of, count)
    ), counted as (
      select office_id, date_trunc('week', date)::date as monday, measure, class, one.value, one.count::bigint as number
      from day_measure cross join lateral json_each(half_hours) as half (half_hour, counts)
        cross join lateral json_each_text(half.counts) as one (value, count)
      where measure = any (${FIGURE_MEASURES}) and json_typeof(half_hours) = 'object'
      union all
      select office_id, date_trunc('week', date)::date, 'service', service, one.value, one.count::bigint
      from day_service cross join lateral json_each_text(minutes) as one (value, count)
      union all
      select office_id, date_trunc('week', date)::date, 'completeness', one.of, null::text, coalesce(one.number, 0)
      from day_completeness cross join lateral (values ('visits', visits), ('complete', complete), ('fromPaper', from_paper),
        ('unresolved', unresolved), ('notStarted', not_started), ('notCompleted', not_completed), ('atOnce', at_once)) as one (of, number)
    ), sums as (
      select office_id, monday, measure, class, value, sum(number) as number from kept group by 1, 2, 3, 4, 5
    ), days as (
      select office_id, monday, measure, class, value, sum(number) as number
      from counted join office_week_counts using (office_id, monday) group by 1, 2, 3, 4, 5
    )
    select distinct concat_ws(' ', office.code, monday, measure, class) as finding
    from ((select * from sums except select * from days) union all (select * from days except select * from sums)) as apart
      join office on office.id = office_id
    order by 1`,
};

export const weekChecks: readonly Check[] = [weekCountsDiffering];
