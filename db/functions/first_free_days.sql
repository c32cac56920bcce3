-- In how many days half of the offices that have hours offer a time, and nine in ten of them; null: later than was looked
-- for. Numbers alone.
create or replace function first_free_days(today date)
returns table (offices bigint, half integer, most integer, noted_at timestamptz)
language sql stable as $$
  select count(*),
    nullif(percentile_disc(0.5) within group (order by days), 100000),
    nullif(percentile_disc(0.9) within group (order by days), 100000), min(at)
  from (
    select case when date is null then 100000 else greatest(date - today, 0) end as days, noted_at as at from first_free
    where exists (
      select from queue_hours as hours join queue on queue.office_id = hours.office_id and queue.number = hours.queue
      where hours.office_id = first_free.office_id and not is_archived and valid && daterange(today, null))
  ) as noted
$$;
call make_definer('first_free_days(date)');
