-- Each closed week, both Mondays included, over the offices that recorded four of five visits whole in it: numbers alone.
create or replace function weeks_of_nation(first_monday date, last_monday date)
returns table (monday date, offices integer, on_time integer, present integer, no_shows integer, due integer,
  soon integer, walk_ins integer)
language sql stable as $$
  select monday, count(*)::integer, sum(on_time)::integer, sum(present)::integer, sum(no_shows)::integer,
    sum(due)::integer, sum(soon)::integer, sum(walk_ins)::integer
  from office_week
  where monday >= first_monday and monday <= last_monday and visits > 0 and complete * 5 >= visits * 4
  group by monday
$$;
call make_definer('weeks_of_nation(date, date)');
