-- Each office with the sums of closed weeks, both Mondays included: numbers alone. Null sums: nothing was counted.
create or replace function weeks_of_offices(first_monday date, last_monday date)
returns table (office integer, has_joined boolean, days integer, counters integer, visits integer, complete integer,
  on_time integer, present integer, no_shows integer, due integer, soon integer, walk_ins integer,
  looked boolean, third_free_days integer)
language sql stable as $$
  select office.id, submitted_at is not null, weeks.days, weeks.counters, weeks.visits, weeks.complete,
    weeks.on_time, weeks.present, weeks.no_shows, weeks.due, weeks.soon, weeks.walk_ins,
    coalesce(weeks.looked, false), weeks.third_free_days
  from office left join questionnaire on questionnaire.office_id = office.id left join (
    select office_id, sum(days)::integer as days, max(counters)::integer as counters, sum(visits)::integer as visits,
      sum(complete)::integer as complete, sum(on_time)::integer as on_time, sum(present)::integer as present,
      sum(no_shows)::integer as no_shows, sum(due)::integer as due, sum(soon)::integer as soon,
      sum(walk_ins)::integer as walk_ins,
      bool_or(nights > 0 and open_minutes > 0) filter (where monday = last_monday) as looked,
      max(office_week.third_free_days) filter (where monday = last_monday) as third_free_days
    from office_week where monday >= first_monday and monday <= last_monday group by office_id
  ) as weeks on weeks.office_id = office.id
$$;
call make_definer('weeks_of_offices(date, date)');
