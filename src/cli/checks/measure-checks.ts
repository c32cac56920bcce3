import { MEASURES } from "../../measures/measures.ts";
import { type Part, part } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/** What was counted of a day can be added up, and its sums agree. */

/** One row for each value; what is no object has none. */
const VALUES: Part = part`
  json_each(case json_typeof(half_hours) when 'object' then half_hours else '{}' end) as half (half_hour, counts)
  left join lateral json_each_text(case json_typeof(counts) when 'object' then counts else '{}' end) as one (value, count)
    on true`;

/** Half-hours of the day, whole minutes, and how many: only punctuality is ever negative. */
const measureMalformed: Check = {
  name: "measure-malformed",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, date, measure, class) as finding
    from day_measure join office on office.id = office_id
    where measure <> all(${MEASURES}::text[]) or json_typeof(half_hours) <> 'object' or exists (
      select from ${VALUES} where half_hour !~ '^([0-9]|[1-3][0-9]|4[0-7])$' or coalesce(value, '') !~ '^-?[0-9]+$'
        or count !~ '^[1-9][0-9]*$' or (measure <> 'punctuality' and value like '-%'))
    order by 1`,
};

/**
 * Of one class: nobody is called without a way, on time or late without having been early or not, served without having
 * begun. Of the day: what is complete has begun, and no more people were served than came.
 */
const measuresNotAddingUp: Check = {
  name: "measures-not-adding-up",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with counted as (
      select office_id, date, class, measure, sum(count::bigint) as people
      from day_measure cross join lateral (select count from ${VALUES} where count ~ '^[0-9]{1,9}$') as values
      group by 1, 2, 3, 4
    ), sums as (
      select office_id, date, class,
        coalesce(sum(people) filter (where measure = 'wait'), 0) as waited,
        coalesce(sum(people) filter (where measure = 'left'), 0) as gone,
        coalesce(sum(people) filter (where measure = 'punctuality'), 0) as timed,
        coalesce(sum(people) filter (where measure = 'early-presence'), 0) as early,
        coalesce(sum(people) filter (where measure = 'call-wait'), 0) as called,
        coalesce(sum(people) filter (where measure = 'way'), 0) as walked,
        coalesce(sum(people) filter (where measure = 'service'), 0) as served
      from counted where class in ('appointment', 'late-appointment', 'walk-in') group by 1, 2, 3
    ), of_day as (
      select office_id, date, sum(waited) as waited, sum(served) as served from sums group by 1, 2
    )
    select concat_ws(' ', office.code, date, class) as finding
    from sums join office on office.id = office_id
    where called <> walked or called > waited or timed <> early or served > waited
      or (class <> 'walk-in' and waited + gone > timed)
    union all
    select concat_ws(' ', office.code, day_completeness.date, 'completeness')
    from day_completeness join office on office.id = office_id left join of_day using (office_id, date)
      left join measured_until using (office_id)
    where least(visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once) < 0 or complete + from_paper > visits
      or complete + from_paper + not_started + not_completed + at_once <> visits
      or complete > coalesce(waited, 0) or coalesce(served, 0) + suspect > visits
      or day_completeness.date > coalesce(measured_until.date, '-infinity')
    union all
    select distinct concat_ws(' ', office.code, date, 'without completeness')
    from day_measure join office on office.id = office_id
    where not exists (select from day_completeness as beside
      where beside.office_id = day_measure.office_id and beside.date = day_measure.date)
    order by 1`,
};

/** Nothing is less than none, nobody is served without a counter, and a service's minutes are told of no day of two counters. */
const capacityNotAddingUp: Check = {
  name: "capacity-not-adding-up",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with served as (
      select office_id, date, coalesce(sum(count::bigint), 0) as people
      from day_service left join lateral json_each_text(case json_typeof(minutes) when 'object' then minutes else '{}' end)
        as one (value, count) on count ~ '^[0-9]{1,9}$' group by 1, 2
    ), measured as (
      select office_id, date, coalesce(sum(count::bigint), 0) as people
      from day_measure left join lateral (select count from ${VALUES} where count ~ '^[0-9]{1,9}$') as values on true
      where measure = 'service' group by 1, 2
    )
    select concat_ws(' ', office.code, date, 'capacity') as finding
    from day_capacity join office on office.id = office_id
    where least(open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets) < 0
      or (counters = 0 and served_minutes > 0) or not exists (select from day_completeness as beside
        where beside.office_id = day_capacity.office_id and beside.date = day_capacity.date)
    union all
    select concat_ws(' ', office.code, served.date, 'services')
    from served join office on office.id = served.office_id left join measured using (office_id, date)
      left join day_capacity using (office_id, date)
    where coalesce(counters, 0) < 3 or served.people > coalesce(measured.people, 0)
    union all
    select concat_ws(' ', office.code, date, 'access')
    from day_access join office on office.id = office_id where third_free_days < 0
    order by 1`,
};

/** What leads to a visit is gone once its day was counted; nothing is counted before, and one page is not silent and speaks on one day. */
const promisesNotAddingUp: Check = {
  name: "promises-not-adding-up",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select distinct concat_ws(' ', office.code, wait_promise.date, 'not erased') as finding
    from wait_promise join office on office.id = office_id join measured_until using (office_id)
    where wait_promise.date < measured_until.date
    union all
    select distinct concat_ws(' ', office.code, day_promise.date, 'too early')
    from day_promise join office on office.id = office_id left join measured_until using (office_id)
    where day_promise.date > coalesce(measured_until.date, '-infinity')
    union all
    select concat_ws(' ', office.code, date, place)
    from day_promise join office on office.id = office_id where place like 'usual-%' group by office.code, date, place having count(*) > 1
    union all
    select concat_ws(' ', office.code, office_wait.date, 'said too early')
    from office_wait join office on office.id = office_id left join measured_until using (office_id)
    where office_wait.date > coalesce(measured_until.date, '-infinity')
      or greatest(number_since, usual_since) > office_wait.date + 1
    order by 1`,
};

/** A week's sums are those of its days, and of no week that has not ended. Waits by steps: as many as begun with. */
const weeksNotAddingUp: Check = {
  name: "weeks-not-adding-up",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with recorded as (
      select office_id, date_trunc('week', date)::date as monday, sum(visits) as visits, sum(complete) as complete,
        count(*) filter (where visits > 0) as days, max(date) as last
      from day_completeness group by 1, 2
    ), people as (
      select office_id, date_trunc('week', date)::date as monday,
        coalesce(sum(number) filter (where measure = 'wait' and class = 'appointment'), 0) as begun,
        coalesce(sum(number) filter (where measure = 'wait' and class = 'appointment' and minutes <= 10), 0) as on_time,
        coalesce(sum(number) filter (where measure = 'left' and class = 'appointment'), 0) as gone,
        coalesce(sum(number) filter (where measure = 'wait' and class = 'walk-in'), 0) as begun_walk_ins,
        coalesce(sum(number) filter (where measure = 'wait' and class = 'walk-in' and minutes <= 30), 0) as soon,
        coalesce(sum(number) filter (where measure = 'left' and class = 'walk-in'), 0) as gone_walk_ins,
        coalesce(sum(number) filter (where measure = 'no-show'), 0) as no_shows,
        coalesce(sum(number) filter (where measure in ('no-show', 'came')), 0) as due
      from day_measure cross join lateral (
        select value::integer as minutes, count::bigint as number from ${VALUES}
        where value ~ '^-?[0-9]{1,9}$' and count ~ '^[0-9]{1,9}$') as values
      group by 1, 2
    ), nights as (
      select office_id, date_trunc('week', date)::date as monday, count(*) as nights,
        (array_agg(third_free_days order by date desc))[1] as third_free_days
      from day_access group by 1, 2
    )
    select concat_ws(' ', office.code, week.monday) as finding
    from office_week as week join office on office.id = week.office_id
      left join recorded using (office_id, monday) left join people using (office_id, monday)
      left join nights using (office_id, monday) left join measured_until using (office_id)
    where week.visits is distinct from recorded.visits or week.complete is distinct from recorded.complete
      or week.days is distinct from recorded.days or week.monday + 6 > coalesce(measured_until.date, '-infinity')
      or (week.on_time, week.present, week.soon, week.walk_ins, week.no_shows, week.due) is distinct from
        (coalesce(people.on_time, 0), coalesce(begun + gone, 0), coalesce(people.soon, 0),
          coalesce(begun_walk_ins + gone_walk_ins, 0), coalesce(people.no_shows, 0), coalesce(people.due, 0))
      or (select sum(wait) from unnest(appointment_waits) as wait) is distinct from coalesce(begun, 0)
      or (select sum(wait) from unnest(walk_in_waits) as wait) is distinct from coalesce(begun_walk_ins, 0)
      or week.nights <> coalesce(nights.nights, 0) or week.third_free_days is distinct from nights.third_free_days
    order by 1`,
};

export const measureChecks: readonly Check[] = [
  measureMalformed,
  measuresNotAddingUp,
  capacityNotAddingUp,
  promisesNotAddingUp,
  weeksNotAddingUp,
];
