-- What opens again when a closure or a holiday goes: not where another one stays. Numbers over all offices, as in 0007.
create function count_reopened(
  wanted_region text, first timestamptz, last timestamptz, now timestamptz, lifted_closure uuid, lifted_holiday date)
returns table (offices bigint, concerned bigint, appointments bigint)
language sql stable security definer set search_path = public as $$
  with place as materialized (
    select part.region, closed, tstzmultirange(tstzrange(greatest(first, now), last)) - closed as reopened
    from (select distinct region from office where wanted_region is null or region = wanted_region) as part
    cross join lateral (
      select coalesce(range_agg(staying.time), '{}') as closed from (
        select tstzrange(starts_at, ends_at) as time from closure
        where id is distinct from lifted_closure and (closure.region is null or closure.region = part.region)
          and starts_at < last and ends_at > greatest(first, now)
        union all
        select tstzrange((date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
          (date + 1)::timestamp at time zone 'Europe/Athens')
        from holiday where date is distinct from lifted_holiday
          and date between (greatest(first, now) at time zone 'Europe/Athens')::date
            and (last at time zone 'Europe/Athens')::date) as staying) as closings
  )
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint
  from office join place on place.region is not distinct from office.region cross join lateral (
    select count(*) as standing from appointment
    where office_id = office.id and starts_at >= greatest(first, now) - interval '1 day' and starts_at < last
      and ends_at > greatest(first, now) and live and not closed && tstzrange(starts_at, ends_at)) as own
  where not isempty(reopened)
$$;
comment on function count_reopened is
  'The appointments in that time which no other closure or holiday touches: nothing national stands against them then';

revoke execute on function count_reopened from public;
grant execute on function count_reopened to visits_app;
