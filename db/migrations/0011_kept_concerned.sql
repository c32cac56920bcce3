-- A closure also concerns whom a head has kept before: of it she knew nothing, and decides again.
create or replace function count_in_time(wanted_region text, first timestamptz, last timestamptz, now timestamptz)
returns table (offices bigint, concerned bigint, appointments bigint)
language sql stable security definer set search_path = public as $$
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint
  from office cross join lateral (
    select count(*) as standing from appointment
    where office_id = office.id and starts_at >= greatest(first, now) - interval '1 day' and starts_at < last
      and ends_at > greatest(first, now) and live) as own
  where wanted_region is null or region = wanted_region
$$;
