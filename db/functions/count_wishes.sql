-- How many wait for a place of this transaction's office that becomes free, by weekday (0: on whichever), with an appointment
-- and without. Numbers alone: of whom, nobody of the office is told.
create or replace function count_wishes() returns table (weekday integer, earlier integer, without_visit integer)
language sql stable as $$
  select coalesce(day, 0), count(distinct appointment_id) filter (where not wish.without_visit)::integer,
    count(distinct appointment_id) filter (where wish.without_visit)::integer
  from earlier_wish as wish
    join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
    cross join unnest(wish.weekdays) as day
  where wish.offices @> array[current_office()] and (visit.status = 'booked' or wish.without_visit and wish.is_confirmed)
    and visit.starts_at > server_clock()
  group by grouping sets ((), (day)) having count(*) > 0
  order by 1
$$;
call make_definer('count_wishes()');
