-- Of each of these offices the waits of closed weeks, both Mondays included, step by step.
create or replace function waits_of_offices(wanted integer[], first_monday date, last_monday date)
returns table (office integer, step integer, appointments integer, walk_ins integer)
language sql stable as $$
  select office_id, step::integer, sum(appointment_wait)::integer, sum(walk_in_wait)::integer
  from office_week cross join lateral unnest(appointment_waits, walk_in_waits)
    with ordinality as waits (appointment_wait, walk_in_wait, step)
  where office_id = any (wanted) and monday >= first_monday and monday <= last_monday
  group by office_id, step
$$;
call make_definer('waits_of_offices(integer[], date, date)');
