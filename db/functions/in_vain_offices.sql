-- How many offices count for visits in vain in some weeks, and in how many of them anybody noted one: never which.
create or replace function in_vain_offices(first date, last date)
returns table (counted integer, used integer, since date)
language sql stable as $$
  select count(distinct office_id)::integer, (count(distinct office_id) filter (where is_used))::integer, min(monday)
  from in_vain_office where monday >= first and monday <= last
$$;
comment on function in_vain_offices is 'Of weeks whose Mondays are from the first to the last day, both included; since: the first of which it is known';
call make_definer('in_vain_offices(date, date)');
