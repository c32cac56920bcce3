-- As count_of_service does for a service: a closure of weeks over all offices in parts, each after the office whose id is beyond.
create or replace function count_in_time(
  wanted_region text, first timestamptz, last timestamptz, now timestamptz, beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
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
call make_definer('count_in_time(text, timestamptz, timestamptz, timestamptz, integer, integer)');
