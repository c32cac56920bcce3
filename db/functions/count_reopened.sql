-- Lifting a closure or a holiday opens its time again, but where another one stays. Numbers over all offices, in parts.
create or replace function count_reopened(
  wanted_region text, first timestamptz, last timestamptz, now timestamptz, lifted_closure uuid, lifted_holiday date,
  beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
  with part as materialized (
    select id, region from office where id > beyond and (wanted_region is null or region = wanted_region)
    order by id limit most
  ), place as materialized (
    select region, closed, tstzmultirange(tstzrange(greatest(first, now), last)) - closed as reopened
    from (select distinct region from part) as own
    cross join lateral (
      select coalesce(range_agg(tstzrange(starts_at, ends_at)), '{}') as closed
      from closings(own.region, greatest(first, now) - interval '1 day', last + interval '1 day')
      where coalesce(closure <> lifted_closure, true) and coalesce(holiday <> lifted_holiday, true)) as staying
  )
  select count(*) filter (where opens), count(*) filter (where standing > 0),
    coalesce(sum(standing), 0)::bigint, max(part.id)
  from part join place on place.region is not distinct from part.region
  cross join lateral (select not isempty(reopened) as opens) as rule
  cross join lateral (
    select count(*) as standing from appointment
    where opens and office_id = part.id and starts_at >= greatest(first, now) - interval '1 day' and starts_at < last
      and ends_at > greatest(first, now) and live and not closed && tstzrange(starts_at, ends_at)) as own
$$;
comment on function count_reopened is
  'The appointments in that time which no other closure or holiday touches: nothing national stands against them then';
call make_definer('count_reopened(text, timestamptz, timestamptz, timestamptz, uuid, date, integer, integer)');
