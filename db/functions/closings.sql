-- The ministry's closures and the holidays that reach into a time, for the offices of a region, and since when they have been
-- known; null: always. Without settings of its own, so that it becomes a part of the statement that asks.
create or replace function closings(wanted_region text, first timestamptz, last timestamptz)
returns table (kind text, closure uuid, holiday date, starts_at timestamptz, ends_at timestamptz, reason text,
  since timestamptz)
language sql stable as $$
  select 'closure', id, null::date, starts_at, ends_at, reason, created_at from closure
  where (region is null or region = wanted_region) and starts_at < last and ends_at > first
  union all
  select 'holiday', null, date, starts_at, ends_at, name, (select started_at from sweep where sweep.id = holiday.sweep)
  from holiday cross join lateral (
    select (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens' as starts_at,
      (date + 1)::timestamp at time zone 'Europe/Athens' as ends_at) as closed
  where date between (first at time zone 'Europe/Athens')::date and (last at time zone 'Europe/Athens')::date
    and starts_at < last and ends_at > first
$$;
