-- The appointments of a region's offices in a month, by day. Of all offices nobody asks: that reads a million and more.
create or replace function taken_by_day(wanted_region text, month date, now timestamptz)
returns table (day date, appointments bigint)
language sql stable set plan_cache_mode = force_custom_plan as $$
  select (starts_at at time zone 'Europe/Athens')::date, count(*)
  from (select id from office where region = wanted_region) as part
  cross join lateral (
    select starts_at from appointment
    where office_id = part.id and live and ends_at > now
      and starts_at >= greatest(month::timestamp at time zone 'Europe/Athens', now - interval '1 day')
      and starts_at < (month + interval '1 month') at time zone 'Europe/Athens') as own
  group by 1 order by 1
$$;
comment on function taken_by_day is 'Whom a closure of that day would concern: the small numbers of the ministry''s calendar';
call make_definer('taken_by_day(text, date, timestamptz)');
