-- As 0012 does for a service: a closure of weeks, or what opens again, over all offices in parts, each after the office whose id is beyond.
drop function count_in_time(text, timestamptz, timestamptz, timestamptz);
create function count_in_time(
  wanted_region text, first timestamptz, last timestamptz, now timestamptz, beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable security definer set search_path = public as $$
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint, max(part.id)
  from (select id from office where id > beyond and (wanted_region is null or region = wanted_region)
    order by id limit most) as part
  cross join lateral (
    select count(*) as standing from appointment
    where office_id = part.id and starts_at >= greatest(first, now) - interval '1 day' and starts_at < last
      and ends_at > greatest(first, now) and live) as own
$$;
comment on function count_in_time is
  'A visit begins less than a day before it ends: so the index finds those that reach into the time; parts as in count_of_service';

drop function count_reopened(text, timestamptz, timestamptz, timestamptz, uuid, date);
create function count_reopened(
  wanted_region text, first timestamptz, last timestamptz, now timestamptz, lifted_closure uuid, lifted_holiday date,
  beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable security definer set search_path = public as $$
  with part as materialized (
    select id, region from office where id > beyond and (wanted_region is null or region = wanted_region)
    order by id limit most
  ), place as materialized (
    select region, closed, tstzmultirange(tstzrange(greatest(first, now), last)) - closed as reopened
    from (select distinct region from part) as own
    cross join lateral (
      select coalesce(range_agg(staying.time), '{}') as closed from (
        select tstzrange(starts_at, ends_at) as time from closure
        where id is distinct from lifted_closure and (closure.region is null or closure.region = own.region)
          and starts_at < last and ends_at > greatest(first, now)
        union all
        select tstzrange((date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
          (date + 1)::timestamp at time zone 'Europe/Athens')
        from holiday where date is distinct from lifted_holiday
          and date between (greatest(first, now) at time zone 'Europe/Athens')::date
            and (last at time zone 'Europe/Athens')::date) as staying) as closings
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

revoke execute on function count_in_time, count_reopened from public;
grant execute on function count_in_time, count_reopened to visits_app;
