-- When a queue serves on a date by the rules of its office, as src/availability/queue-day.ts has it: its hours and extra
-- hours without what is closed; no row while it is inactive. Without settings of its own, so that it becomes a part of the
-- statement that asks.
create or replace function served_parts(wanted_office integer, wanted_queue smallint, wanted_date date)
returns table (parts tstzmultirange)
language sql stable as $$
  select tstzmultirange(tstzrange(midnight, next_midnight)) * coalesce((
      select range_agg(tstzrange(starts_at, ends_at)) from (
        select (wanted_date + make_interval(mins => opens_minute)) at time zone 'Europe/Athens' as starts_at,
          (wanted_date + make_interval(mins => closes_minute)) at time zone 'Europe/Athens' as ends_at
        from queue_hours where office_id = wanted_office and queue = wanted_queue
          and weekday = extract(isodow from wanted_date) and valid @> wanted_date
        union all
        select starts_at, ends_at from exception
        where office_id = wanted_office and (queue is null or queue = wanted_queue) and kind = 'extra'
          and ends_at > midnight and starts_at < next_midnight
      ) as open where starts_at < ends_at), '{}')
    - coalesce((
      select range_agg(tstzrange(starts_at, ends_at)) from exception
      where office_id = wanted_office and (queue is null or queue = wanted_queue) and kind = 'closed'
        and ends_at > midnight and starts_at < next_midnight), '{}')
  from queue cross join lateral (
    select wanted_date::timestamp at time zone 'Europe/Athens' as midnight,
      (wanted_date + 1)::timestamp at time zone 'Europe/Athens' as next_midnight) as whole
  where office_id = wanted_office and number = wanted_queue and not is_archived and coalesce((
    select dated.is_active from queue_activity as dated
    where office_id = wanted_office and dated.queue = wanted_queue and valid @> wanted_date), is_active)
$$;
