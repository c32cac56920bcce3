-- When a queue is open on a date: it serves, and the ministry closes nothing. No row while it is inactive.
create or replace function visits_check.open_parts(wanted_office integer, wanted_queue smallint, wanted_date date)
returns table (parts tstzmultirange)
language sql stable set search_path = public as $$
  select served.parts - coalesce((
      select range_agg(tstzrange(starts_at, ends_at))
      from office cross join lateral closings(region, midnight, next_midnight) where office.id = wanted_office), '{}')
  from served_parts(wanted_office, wanted_queue, wanted_date) as served cross join lateral (
    select wanted_date::timestamp at time zone 'Europe/Athens' as midnight,
      (wanted_date + 1)::timestamp at time zone 'Europe/Athens' as next_midnight) as whole
$$;
